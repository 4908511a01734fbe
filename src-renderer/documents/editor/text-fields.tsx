/** 主体: title, 主送机关, the text, and who was present where the kind says so. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'
import { useCallback, useMemo } from 'react'
import { recipientWords } from '../../../src-shared/addressees.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { recipientsOfText } from '../../../src-shared/editing/addressee-text.ts'
import { kindRules } from '../../../src-shared/kind-rules.ts'
import { GrowText } from '../../components/grow-text.tsx'
import { BlocksEditor } from './blocks-editor.tsx'
import type { EditBlocks, EditorPart } from './edit.ts'
import { EditorField, TextPart, WordsInput } from './editor-field.tsx'
import { faultAt } from './use-faults.ts'

const recipientsHint = { needed: '如：县人力资源和社会保障局', optional: '公开发布的可不填', forbidden: '' }

export function TextFields(part: EditorPart) {
  const { content, edit, faults } = part
  const rule = kindRules[content.kind]
  const editBlocks = useCallback<EditBlocks>(
    (blocks, group) => edit((known) => ({ ...known, blocks: [...blocks] }), group && `blocks${group}`),
    [edit],
  )
  const blockFaults = useMemo(() => faults.flatMap((fault) => below(fault, 'blocks')), [faults])
  const textFault = faults.find(({ path }) => path[0] === 'blocks' && path.length === 1)
  return (
    <>
      <TextPart {...part} name="title" max={200} rows={1} isNeeded />
      <EditorField
        label="主送机关"
        fault={faultAt(faults, 'recipients')}
        isNeeded={rule.recipients === 'needed'}
        hint="同类机关之间用顿号，不同类之间用逗号"
      >
        {(id) => (
          <WordsInput
            id={id}
            value={content.recipients}
            words={recipientWords}
            read={(text) => recipientsOfText(text, content.recipients)}
            placeholder={content.kind === '纪要' ? '一般不填' : recipientsHint[rule.recipients]}
            onChange={(recipients) => edit((known) => ({ ...known, recipients }), 'recipients')}
          />
        )}
      </EditorField>
      {textFault ? <Alert className="form-note" type="error" showIcon title={textFault.sentence} /> : null}
      <BlocksEditor blocks={content.blocks} onChange={editBlocks} faults={blockFaults} />
      {rule.attendance !== 'forbidden' || content.attendance?.length ? <Attendance {...part} /> : null}
      {content.unplaced?.length ? <Unplaced {...part} /> : null}
    </>
  )
}

/** The fault as a part of the document sees it. */
export function below<Found extends { readonly path: readonly (string | number)[]; readonly sentence: string }>(
  { path, sentence }: Found,
  ...parts: readonly (string | number)[]
): { path: readonly (string | number)[]; sentence: string }[] {
  return parts.every((part, index) => path[index] === part) ? [{ path: path.slice(parts.length), sentence }] : []
}

/** 出席、请假、列席 of 纪要 (10.3). */
function Attendance({ content, edit, faults }: EditorPart) {
  const rows = content.attendance ?? []
  const change = (next: NonNullable<OfficialDocument['attendance']>, group?: string) =>
    edit(({ attendance: _, ...rest }) => (next.length > 0 ? { ...rest, attendance: next } : rest), group)
  const changeRow = (index: number, fields: Partial<(typeof rows)[number]>, group: string) =>
    change(
      rows.map((row, place) => (place === index ? { ...row, ...fields } : row)),
      `attendance${index}${group}`,
    )
  const nextLabel = ['出席', '请假', '列席'].find((label) => !rows.some((row) => row.label === label)) ?? '出席'
  return (
    <section className="attendance" aria-label="出席、请假、列席">
      <h2>出席、请假、列席</h2>
      {rows.map((row, index) => {
        const fault = faultAt(faults, 'attendance', index)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and every input is controlled
          <div key={index} className="attendance-row">
            <Input
              aria-label={`第${index + 1}类人员`}
              maxLength={8}
              value={row.label}
              onChange={({ target }) => changeRow(index, { label: target.value }, 'label')}
            />
            <div>
              <GrowText
                aria-label={`${row.label}人员`}
                status={fault ? 'error' : ''}
                placeholder="姓名之间用顿号"
                value={row.names}
                onChange={({ target }) => changeRow(index, { names: target.value.replaceAll('\n', '') }, 'names')}
              />
              {fault ? <div className="block-fault">{fault}</div> : null}
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`去掉${row.label}`}
              onClick={() => change(rows.filter((_, place) => place !== index))}
            />
          </div>
        )
      })}
      <Button size="small" icon={<PlusOutlined />} onClick={() => change([...rows, { label: nextLabel, names: '' }])}>
        添加{nextLabel}
      </Button>
    </section>
  )
}

/** Lines whose part was not known when the text was read: shown until the clerk has placed or dropped them. */
function Unplaced({ content, edit }: EditorPart) {
  return (
    <Alert
      className="form-note"
      type="warning"
      showIcon
      title="原文中有未能归位的文字，不会印出；要用的请复制到相应位置"
      description={content.unplaced?.map(({ text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only shown
        <div key={index}>{text}</div>
      ))}
      action={
        <Button size="small" onClick={() => edit(({ unplaced: _, ...rest }) => rest)}>
          已处理
        </Button>
      }
    />
  )
}
