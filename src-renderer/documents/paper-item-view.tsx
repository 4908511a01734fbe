/** An item of the flow (版面各项), or the part of it that stands on a page. */
import type { CSSProperties } from 'react'
import type { Layout } from '../../src-shared/layouts.ts'
import { liftOf } from './paper-faces.ts'
import { PaperHead } from './paper-head.tsx'
import type { Look, PaperItem } from './paper-items.ts'
import type { ItemPart } from './paper-pages.ts'
import { PaperPicture } from './paper-picture.tsx'
import { sliceRuns } from './paper-runs.ts'
import { LaidTable } from './paper-table.tsx'
import { Runs } from './paper-words.tsx'

type PaperItemViewProps = { readonly item: PaperItem; readonly part: ItemPart | null; readonly layout: Layout }

/** One element, whatever the item. */
export function PaperItemView({ item: { look }, part, layout }: PaperItemViewProps) {
  switch (look.kind) {
    case 'gap':
      return <div style={{ height: `${look.height * (part ? part.to - part.from : look.lines)}pt` }} />
    case 'head':
      return <PaperHead head={look.head} layout={layout} />
    case 'title':
      return (
        <h2 className={look.isSmall ? 'paper-title small' : 'paper-title'}>
          {look.lines.map((line) => (
            <span key={line} className="title-line">
              {line}
            </span>
          ))}
        </h2>
      )
    case 'text':
      return <TextPart look={look} part={part} layout={layout} />
    case 'line':
      return (
        <p className={look.classes}>
          <Runs runs={look.runs} />
        </p>
      )
    case 'names':
      return (
        <p className="names">
          {look.names.map(({ text, left }) => (
            <span key={`${left} ${text}`} className="name" style={{ left: zi(left) }}>
              {text}
            </span>
          ))}
        </p>
      )
    case 'frame':
      return (
        <p className="table-frame">
          <span>
            <Runs runs={look.left} />
          </span>
          <span>
            <Runs runs={look.right} />
          </span>
        </p>
      )
    case 'table':
      return <LaidTable table={look.table} isSmall={look.isSmall} part={part} traits={layout.traits} />
    case 'picture':
      return <PaperPicture picture={look.picture} size={look.size} />
    case 'pair':
      return (
        <div className="picture-pair">
          {look.pictures.map(({ picture, size, caption }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: left and right
            <div key={index}>
              <PaperPicture picture={picture} size={size} />
              {caption.length === 0 ? null : (
                <p className="picture-caption">
                  <Runs runs={caption} />
                </p>
              )}
            </div>
          ))}
        </div>
      )
  }
}

type TextPartProps = {
  readonly look: Extract<Look, { kind: 'text' }>
  readonly part: ItemPart | null
  readonly layout: Layout
}

/** The part of a paragraph on one page; where it goes on, its last line is full. */
function TextPart({ look: { classes, indent, runs, pitch }, part, layout }: TextPartProps) {
  const style: CSSProperties = {
    paddingLeft: zi(indent.left),
    paddingRight: zi(indent.right),
    textIndent: part && part.start > 0 ? 0 : zi(indent.first),
    ...(pitch !== undefined && pitched(pitch, classes, layout)),
  }
  const shown = part ? sliceRuns(runs, part.start, part.end ?? Number.POSITIVE_INFINITY) : runs
  return (
    <p className={`line ${classes}${part?.end === undefined ? '' : ' goes-on'}`.trimEnd()} style={style}>
      <Runs runs={shown} />
    </p>
  )
}

/** Lines closer or wider than the grid, in twips. */
function pitched(pitch: number, classes: string, layout: Layout): CSSProperties {
  const face = classes.includes('heiti') ? 'heiti' : classes.includes('kaiti') ? 'kaiti' : 'fangsong'
  const lift = liftOf(layout, face, layout.text.size.value / 2, pitch / 20)
  return { lineHeight: `${pitch / 20}pt`, '--lift': lift } as CSSProperties
}

/** So many 字 of the grid. */
function zi(count: number): string {
  return `calc(${count} * var(--zi))`
}
