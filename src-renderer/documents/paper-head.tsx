/** 版头: 份号 and 密级, the red mark, 发文字号 with 签发人, the red line; in a letter 文号 under its first red line. */
import type { Layout, LayoutTraits } from '../../src-shared/layouts.ts'
import { letterNumberTop } from '../../src-shared/letter-places.ts'
import { signerLabel, signerPlaces } from '../../src-shared/signer-places.ts'
import type { HeadParts } from './paper-items.ts'
import { PaperMark } from './paper-mark.tsx'
import { PaperWords } from './paper-words.tsx'

type PaperHeadProps = { readonly head: HeadParts; readonly layout: Layout }

export function PaperHead({ head, layout }: PaperHeadProps) {
  if (head.format === '信函') return <LetterHead head={head} layout={layout} />
  return (
    <header className="paper-head">
      <Classification lines={head.classification} top={layout.grid.overhang.value} traits={layout.traits} />
      <PaperMark mark={head.mark} layout={layout} />
      <div className="number-lines">
        <NumberLines head={head} layout={layout} />
      </div>
    </header>
  )
}

function NumberLines({ head, layout }: PaperHeadProps) {
  const { minutesLine, number, signerLines } = head
  const words = (text: string) => <PaperWords text={text} traits={layout.traits} />
  if (minutesLine)
    return (
      <>
        {number === '' ? null : <p className="line centred">{words(number)}</p>}
        <p className="line">
          <span className="placed first-zi">{minutesLine.issuer}</span>
          <span className="placed last-zi">{words(minutesLine.date)}</span>
        </p>
      </>
    )
  if (signerLines.length === 0) return <p className="line centred">{words(number)}</p>
  const places = signerPlaces(signerLines, layout)
  return signerLines.map((names, index) => (
    <p className="line" key={names.join()}>
      {index === signerLines.length - 1 ? <span className="placed first-zi">{words(number)}</span> : null}
      {index === 0 ? (
        <span className="placed" style={{ left: points(places.label) }}>
          {signerLabel}
        </span>
      ) : null}
      {names.map((name, column) => (
        <span key={name} className="placed kaiti" style={{ left: points(places.names[column] ?? 0) }}>
          {name}
        </span>
      ))}
    </p>
  ))
}

/** The mark stands in the frame of the page; only 文号 and 密级 are in the flow. */
function LetterHead({ head, layout }: PaperHeadProps) {
  const before = letterNumberTop(head.mark, layout) - layout.page.top.value
  const below = Math.max(0, head.classification.length - 1)
  return (
    <header
      className="paper-head"
      style={{ paddingTop: points(before), paddingBottom: `calc(${below} * var(--pitch))` }}
    >
      <Classification lines={head.classification} top={before} traits={layout.traits} />
      <p className="line right">
        <PaperWords text={head.number} traits={layout.traits} />
      </p>
    </header>
  )
}

type ClassificationProps = {
  readonly lines: HeadParts['classification']
  readonly top: number
  readonly traits: LayoutTraits
}

/** 份号、密级和保密期限、紧急程度, one below the other; `top` in twips. */
function Classification({ lines, top, traits }: ClassificationProps) {
  return (
    <div className="classification" style={{ top: points(top) }}>
      {lines.map(({ text, isSerial }) => (
        <p key={text} className={isSerial ? 'line' : 'line heiti'}>
          <PaperWords text={text} traits={traits} />
        </p>
      ))}
    </div>
  )
}

function points(twips: number): string {
  return `${twips / 20}pt`
}
