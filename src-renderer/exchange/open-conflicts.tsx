/** On the workbench: conflicts that wait for a person (待处理的冲突). */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { useBackend } from '../api.ts'

export function OpenConflicts() {
  const { queries } = useBackend()
  const { data } = useQuery(queries.exchange.show.queryOptions())
  if (!data || data.openConflicts === 0) return null
  return (
    <Alert
      className="installation-notice"
      type="warning"
      showIcon
      title={`本单位两台电脑有${data.openConflicts}处改得不一样，两边的内容都留着，请决定用哪个。`}
      action={
        <Link to="/bundles/conflicts">
          <Button size="small">去处理</Button>
        </Link>
      }
    />
  )
}
