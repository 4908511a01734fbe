/** What stands where no office reports to us yet (没有下级单位): how to enrol one. */
import { Button } from 'antd'
import { Link } from 'react-router'
import { NothingYet } from '../components/nothing-yet.tsx'

export function NoOffices() {
  return (
    <NothingYet
      action={
        <Link to="/office">
          <Button type="primary">去登记下级单位</Button>
        </Link>
      }
    >
      还没有登记下级单位。请下级单位在“设置”里导出密钥卡（.ghk）交来，在电话里核对指纹后收下，它的上报包才能接收。
    </NothingYet>
  )
}
