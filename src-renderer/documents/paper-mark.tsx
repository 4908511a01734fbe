/** 发文机关标志: one name in its lines, or the names of a joint document with 文件 beside them (7.2.4). */
import type { CSSProperties } from 'react'
import type { Layout } from '../../src-shared/layouts.ts'
import { jointMarkWidths, type MarkPart } from '../../src-shared/mark-part.ts'
import { liftOf } from './paper-faces.ts'

type PaperMarkProps = { readonly mark: MarkPart; readonly layout: Layout }

/** With the room above it. A mark that is printed already (套打) leaves its place empty. */
export function PaperMark({ mark, layout }: PaperMarkProps) {
  const isJoint = mark.suffix !== undefined
  const before = (isJoint ? layout.mark.jointBefore : layout.mark.before).value
  return (
    <div style={{ paddingTop: `${before / 20}pt` }}>
      {isJoint ? <JointMark mark={mark} layout={layout} /> : <MarkLines mark={mark} layout={layout} />}
    </div>
  )
}

export function MarkLines({ mark, layout }: PaperMarkProps) {
  return (
    <div className="mark" style={sized(mark, layout)}>
      {mark.lines.map((line) => (
        <p key={line} className="line">
          <span style={scaled(mark)}>{shown(line, layout)}</span>
        </p>
      ))}
    </div>
  )
}

/** The names as wide as the widest of them, each spread over the width. */
function JointMark({ mark, layout }: PaperMarkProps) {
  const { names, suffix, between } = jointMarkWidths(mark, layout)
  const factor = mark.scale / 100
  const width = (twips: number): CSSProperties => ({ width: `${twips / 20}pt` })
  return (
    <div className="mark joint" style={sized(mark, layout)}>
      <div style={width(names)}>
        {mark.lines.map((line, index) => (
          <p key={line} className="line spread" style={index === 0 ? {} : { paddingTop: `${between / 20}pt` }}>
            <span className="spread-name" style={{ ...width(names / factor), ...scaled(mark) }}>
              {shown(line, layout)}
            </span>
          </p>
        ))}
      </div>
      {suffix === 0 ? null : (
        <p className="line suffix" style={width(suffix)}>
          <span style={{ ...scaled(mark), transformOrigin: 'right' }}>{shown(mark.suffix ?? '', layout)}</span>
        </p>
      )}
    </div>
  )
}

function sized({ size }: MarkPart, layout: Layout): CSSProperties {
  const lift = liftOf(layout, 'xiaobiaosong', size, size * layout.mark.lineHeight.value)
  return { fontSize: `${size}pt`, '--lift': lift } as CSSProperties
}

function scaled({ scale }: MarkPart): CSSProperties {
  return scale < 100 ? { transform: `scaleX(${scale / 100})` } : {}
}

function shown(text: string, { traits }: Layout): string {
  return traits.isPreprinted ? '\u00a0' : text
}
