/** What stands in place of a page that failed to draw (页面出错). */
import { Button, Result } from 'antd'
import { useRouteError } from 'react-router'
import { problemOf } from './problem-of.ts'

export function BrokenPage() {
  const error = useRouteError()
  return (
    <Result
      status="warning"
      title="这个页面没有显示出来"
      subTitle={problemOf(error).sentence}
      extra={<Button onClick={() => location.reload()}>重新打开</Button>}
    />
  )
}
