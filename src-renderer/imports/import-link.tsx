/** From a register or the workbench to 导入表格. */
import { Button } from 'antd'
import { useHref } from 'react-router'

export function ImportLink() {
  return <Button href={useHref('/imports')}>导入表格</Button>
}
