/** Text that may be too long for its place (省略): cut at the edge, whole in a tooltip. */
import { Tooltip } from 'antd'

export function Clipped({ children }: { readonly children: string }) {
  if (children === '') return null
  return (
    <Tooltip title={children} mouseEnterDelay={0.4} placement="topLeft">
      <span className="clipped">{children}</span>
    </Tooltip>
  )
}
