/** The mark of a point of a line (数据点): each series has its own form. */

type LineMarkProps = {
  readonly look: number
  readonly x: number
  readonly y: number
  /** Shown when the pointer rests on it. */
  readonly children?: string
}

export function LineMark({ look, x, y, children }: LineMarkProps) {
  return (
    <g className="line-mark" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      {children ? <title>{children}</title> : null}
      {look === 1 ? <circle r="4" /> : <path d={forms[(look - 2) % forms.length]} />}
    </g>
  )
}

/** Of the second series and on: square, triangle, diamond, and two crosses. */
const forms = ['M-4-4H4V4H-4Z', 'M0-5L5 4H-5Z', 'M0-5L5 0L0 5L-5 0Z', 'M-4-4L4 4M-4 4L4-4', 'M-5 0H5M0-5V5']
