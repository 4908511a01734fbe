/** 拆分: one requirement into several; where its words are cut is clicked, and no word is lost. */
import { Button, Input, Modal, Select } from 'antd'
import { Fragment, useState } from 'react'
import { requirementKinds } from '../../../src-shared/notice-words.ts'
import type { Requirement, RequirementKind } from '../../../src-shared/notices.ts'
import { useBackend } from '../../api.ts'
import { optionsOf } from '../../components/fields.tsx'
import { useAction } from '../../components/use-action.ts'
import { partsOf, piecesOf } from './quote-pieces.ts'
import { fieldsOf } from './requirement-values.ts'

type Said = { readonly title?: string; readonly kind?: RequirementKind }

export function SplitDialog({
  requirement,
  onClose,
}: {
  readonly requirement: Requirement
  readonly onClose: () => void
}) {
  const { client } = useBackend()
  const { id, version, quote, title, kind } = requirement
  const pieces = piecesOf(quote)
  const [cuts, setCuts] = useState<ReadonlySet<number>>(new Set())
  // A requirement in words of our own has none of the notice to cut: it becomes two with titles of their own.
  const [count, setCount] = useState(2)
  const [said, setSaid] = useState<Readonly<Record<number, Said>>>({})
  const quotes = pieces.length > 1 ? partsOf(pieces, cuts) : [quote, ...Array(count - 1).fill('')]
  const parts = quotes.map((words, index) => ({
    quote: words,
    title: said[index]?.title ?? (index === 0 ? title : titleFrom(words)),
    kind: said[index]?.kind ?? kind,
  }))
  const splitting = useAction({
    call: () =>
      client.requirements.split({
        id,
        version,
        parts: parts.map((part) => ({ ...fieldsOf(requirement), ...part })),
      }),
    done: ({ ids }) => `已拆成${ids.length}条，请分别核对数量和期间`,
    onDone: onClose,
  })
  const toggle = (index: number) => {
    const next = new Set(cuts)
    if (!next.delete(index)) next.add(index)
    setCuts(next)
  }
  const say = (index: number, part: Said) => setSaid({ ...said, [index]: { ...said[index], ...part } })
  const isReady = parts.length > 1 && parts.every((part) => part.title.trim() !== '')
  return (
    <Modal
      open
      title="拆分要求"
      width={760}
      onCancel={onClose}
      cancelText="不拆了"
      okText={parts.length > 1 ? `拆成${parts.length}条` : '拆分'}
      okButtonProps={{ disabled: !isReady, loading: splitting.isPending }}
      onOk={() => splitting.mutate()}
    >
      {pieces.length > 1 ? (
        <>
          <p className="second">在要断开的地方点一下“｜”，再点一下接回。拆出的各条先带上原来的全部内容，再分别编辑。</p>
          <p className="cuttable">
            {pieces.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text never move
              <Fragment key={index}>
                {piece}
                {index < pieces.length - 1 ? (
                  <button
                    type="button"
                    className={cuts.has(index) ? 'cut on' : 'cut'}
                    aria-pressed={cuts.has(index)}
                    aria-label={`在“${piece.slice(-8)}”之后断开`}
                    onClick={() => toggle(index)}
                  >
                    ｜
                  </button>
                ) : null}
              </Fragment>
            ))}
          </p>
        </>
      ) : (
        <p className="second">
          这条要求没有可断开的通知原话，按标题拆开；原话留在第一条。
          <Button size="small" onClick={() => setCount(count + 1)} disabled={count >= 10}>
            再加一条
          </Button>
        </p>
      )}
      <ol className="parts">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
          <li key={index}>
            <div className="part-fields">
              <Select
                aria-label={`第${index + 1}条的类别`}
                value={part.kind}
                options={optionsOf(requirementKinds)}
                onChange={(one) => say(index, { kind: one })}
              />
              <Input
                aria-label={`第${index + 1}条的要求`}
                maxLength={120}
                value={part.title}
                placeholder="几个字说清要做什么"
                onChange={({ target }) => say(index, { title: target.value })}
              />
            </div>
            {part.quote ? <div className="second">“{part.quote}”</div> : null}
          </li>
        ))}
      </ol>
    </Modal>
  )
}

function titleFrom(quote: string): string {
  return quote.replace(/[。；，：！？、\s]+$/u, '').slice(0, 40)
}
