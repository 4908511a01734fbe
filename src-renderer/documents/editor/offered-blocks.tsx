/** What the records say and the document does not (可补写的内容), after figures were drawn again: to be taken in or left. */
import { Alert, Button } from 'antd'
import { type OfferedBlock, withOffered } from '../../../src-shared/editing/offered-blocks.ts'
import { runsText } from '../../../src-shared/editing/runs.ts'
import type { Edit } from './edit.ts'

type OfferedBlocksProps = {
  readonly offered: readonly OfferedBlock[]
  readonly onOffered: (offered: readonly OfferedBlock[]) => void
  readonly edit: Edit
}

export function OfferedBlocks({ offered, onOffered, edit }: OfferedBlocksProps) {
  if (offered.length === 0) return null
  const take = (one: OfferedBlock) => {
    edit((known) => ({ ...known, blocks: withOffered(known.blocks, one) }))
    onOffered(offered.filter((other) => other !== one))
  }
  return (
    <Alert
      className="form-note"
      type="info"
      showIcon
      closable
      onClose={() => onOffered([])}
      title="台账里还有公文中没有的内容：可能是起草后新登记的，也可能是您删去的"
      description={
        <ul className="plain-list offered">
          {offered.map((one) => (
            <li key={textOf(one)}>
              <span>
                {one.heading ? `“${one.heading}”：` : ''}
                {textOf(one)}
              </span>
              <Button size="small" onClick={() => take(one)}>
                补入公文
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  )
}

function textOf({ block }: OfferedBlock): string {
  return block.kind === 'paragraph' ? runsText(block.runs) : ''
}
