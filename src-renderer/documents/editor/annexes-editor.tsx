/** 附件: statistics sheets drawn from the records, and texts of their own; named, ordered, written, removed. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Input } from 'antd'
import { useCallback, useMemo } from 'react'
import type { Annex, TextAnnex } from '../../../src-shared/documents.ts'
import { emptyParagraph } from '../../../src-shared/editing/outline.ts'
import { PhotoPageButton } from '../../attachments/photo-page-button.tsx'
import { NothingYet } from '../../components/nothing-yet.tsx'
import { BlocksEditor } from './blocks-editor.tsx'
import type { Edit, EditBlocks, EditorPart } from './edit.ts'
import { below } from './text-fields.tsx'
import { type Fault, faultAt } from './use-faults.ts'

export function AnnexesEditor({ content, edit, faults }: EditorPart) {
  const { annexes } = content
  const change = (next: readonly Annex[]) => edit((known) => ({ ...known, annexes: [...next] }))
  const move = (index: number, by: 1 | -1) => {
    const moved = [...annexes]
    moved.splice(index + by, 0, ...moved.splice(index, 1))
    change(moved)
  }
  return (
    <div className="annexes">
      {annexes.length === 0 ? <NothingYet>这件公文没有附件。</NothingYet> : null}
      {annexes.map((annex, index) => {
        const name = `附件${index + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: annexes have no id, and every input is controlled
          <section key={index} className="annex-editor" aria-label={name}>
            <div className="annex-line">
              <span className="annex-name">{name}</span>
              <Input
                aria-label={`${name}名称`}
                maxLength={120}
                placeholder="附件名称，不加书名号"
                status={faultAt(faults, 'annexes', index, 'title') ? 'error' : ''}
                value={annex.title}
                onChange={({ target }) => edit(withAnnex(index, { title: target.value }), `annex${index}title`)}
              />
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={`${name}上移`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label={`${name}下移`}
                disabled={index === annexes.length - 1}
                onClick={() => move(index, 1)}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`去掉${name}`}
                onClick={() => change(annexes.filter((_, place) => place !== index))}
              />
            </div>
            <AnnexFault fault={faultAt(faults, 'annexes', index, 'title') ?? ownFault(faults, index)} />
            {'sheet' in annex ? (
              <p className="block-hint">统计表，数字取自台账，随“重新取数”更新。</p>
            ) : (
              <TextAnnexEditor annex={annex} index={index} name={name} edit={edit} faults={faults} />
            )}
          </section>
        )
      })}
      <Button icon={<PlusOutlined />} onClick={() => change([...annexes, { title: '', blocks: [emptyParagraph] }])}>
        添加附件
      </Button>{' '}
      <PhotoPageButton onAdd={(annex) => change([...annexes, annex])} />
    </div>
  )
}

type TextAnnexEditorProps = {
  readonly annex: TextAnnex
  readonly index: number
  readonly name: string
  readonly edit: Edit
  readonly faults: readonly Fault[]
}

function TextAnnexEditor({ annex, index, name, edit, faults }: TextAnnexEditorProps) {
  const editBlocks = useCallback<EditBlocks>(
    (blocks, group) => edit(withAnnex(index, { blocks: [...blocks] }), group && `annex${index}${group}`),
    [edit, index],
  )
  const blockFaults = useMemo(
    () => faults.flatMap((fault) => below(fault, 'annexes', index, 'blocks')),
    [faults, index],
  )
  const choose = (part: 'isLandscape' | 'isApart' | 'isUnlabelled', isOn: boolean) =>
    edit((known) => ({
      ...known,
      annexes: known.annexes.map((one, place) => {
        if (place !== index) return one
        const { [part]: _, ...rest } = one as TextAnnex
        return isOn ? { ...rest, [part]: true } : rest
      }),
    }))
  return (
    <>
      <div className="annex-choices">
        <Checkbox checked={annex.isLandscape ?? false} onChange={({ target }) => choose('isLandscape', target.checked)}>
          横排
        </Checkbox>
        <Checkbox checked={annex.isApart ?? false} onChange={({ target }) => choose('isApart', target.checked)}>
          另附，不印在后面
        </Checkbox>
        <Checkbox
          checked={annex.isUnlabelled ?? false}
          onChange={({ target }) => choose('isUnlabelled', target.checked)}
        >
          印发、转发的文本，不标“附件”
        </Checkbox>
      </div>
      {annex.isApart ? null : (
        <BlocksEditor blocks={annex.blocks} onChange={editBlocks} owner={name} faults={blockFaults} />
      )}
    </>
  )
}

function AnnexFault({ fault }: { readonly fault: string | undefined }) {
  return fault ? <Alert className="form-note" type="error" showIcon title={fault} /> : null
}

/** What belongs to the annex as a whole, not to a part of it. */
function ownFault(faults: readonly Fault[], index: number): string | undefined {
  return faults.find(({ path }) => path[0] === 'annexes' && path[1] === index && path.length === 2)?.sentence
}

function withAnnex(index: number, fields: Partial<TextAnnex>): Parameters<Edit>[0] {
  return (known) => ({
    ...known,
    annexes: known.annexes.map((annex, place) => (place === index ? ({ ...annex, ...fields } as Annex) : annex)),
  })
}
