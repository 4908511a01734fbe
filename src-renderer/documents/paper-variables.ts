/** The numbers of a layout (公文格式) as CSS variables: the preview takes every length from the one file of the layout. */
import type { CSSProperties } from 'react'
import { type Measure, toMillimetres } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { boxOf, faceNames, familyOf, liftOf } from './paper-faces.ts'

const points = (measure: Measure) => `${pointsOf(measure)}pt`
const millimetres = (measure: Measure) => `${toMillimetres(measure)}mm`

/** Every length, colour and face that paper.css names. */
export function paperVariables(layout: Layout): CSSProperties {
  return {
    ...pageVariables(layout),
    ...textVariables(layout),
    ...figureVariables(layout),
    ...faceVariables(layout),
    ...liftVariables(layout),
  }
}

function pageVariables({ page, grid, pageNumber, letter, imprint, colours, traits }: Layout) {
  // The thick stroke, a gap and a thin one as wide as the gap.
  const thin = (pointsOf(letter.ruleHeight) - pointsOf(letter.rule)) / 2
  return {
    '--black': `#${colours.text.value}`,
    // What is printed already is not printed again.
    '--red': traits.isPreprinted ? 'transparent' : `#${colours.red.value}`,
    '--page-width': points(page.width),
    '--page-height': points(page.height),
    '--page-top': points(page.top),
    '--page-right': points(page.right),
    '--page-bottom': points(page.bottom),
    '--page-left': points(page.left),
    '--footer': points(page.footer),
    '--overhang': points(grid.overhang),
    '--number-size': points(pageNumber.size),
    '--number-pitch': points(pageNumber.pitch),
    '--number-indent': points(pageNumber.indent),
    '--turned-number': millimetres(pageNumber.landscapeLeft),
    '--letter-rule-width': points(letter.ruleWidth),
    '--letter-rule-height': points(letter.ruleHeight),
    '--letter-thick': points(letter.rule),
    '--letter-thin': `${thin}pt`,
    '--imprint-size': points(imprint.size),
    '--imprint-pitch': points(imprint.pitch),
    '--imprint-tight': points(imprint.tightPitch),
    '--imprint-zi': points(imprint.character),
    '--imprint-outer': points(imprint.outerRule),
    '--imprint-inner': points(imprint.innerRule),
  }
}

function textVariables({ grid, text, mark, redLine, title, traits }: Layout) {
  const small = pointsOf(title.smallSize) / pointsOf(title.size)
  // Word's own grid gives every character its cell; rounded down, so that 28 of them still fill the line.
  const spacing =
    traits.grid === 'lines' ? pointsOf(grid.spacing) : Math.floor((grid.charSpace.value / 4096) * 100) / 100
  return {
    '--pitch': points(grid.pitch),
    '--zi': points(grid.character),
    '--spacing': `${spacing}pt`,
    '--size': points(text.size),
    '--mark-line': mark.lineHeight.value,
    '--red-line': points(redLine.thickness),
    '--red-space': points(redLine.space),
    '--title-size': points(title.size),
    '--title-pitch': points(title.pitch),
    '--small-title-size': points(title.smallSize),
    '--small-title-pitch': `${pointsOf(title.pitch) * small}pt`,
  }
}

function figureVariables({ annex, picture }: Layout) {
  return {
    '--picture-gap': points(picture.gap),
    '--picture-caption': points(picture.captionSize),
    '--table-head': points(annex.tableHead),
    '--table-text': points(annex.tableText),
    '--table-small': points(annex.tableSmallText),
    '--caption': points(annex.caption),
    '--caption-above': points(annex.captionAbove),
    '--caption-below': points(annex.captionBelow),
    '--note': points(annex.note),
    '--note-above': points(annex.noteAbove),
    '--frame-below': points(annex.frameBelow),
    '--title-gap': points(annex.titleGap),
    '--cell-side': points(annex.cellSide),
    '--cell-top': points(annex.cellTop),
    '--rule': points(annex.rule),
  }
}

/** Each face, and how high a line of it is by itself, in em. */
function faceVariables({ fonts, traits }: Layout) {
  const entries = faceNames.flatMap((face) => {
    const { ascent, descent } = boxOf(fonts, face)
    return [
      [`--${face}`, familyOf(fonts, face)],
      [`--${face}-natural`, String(ascent + descent)],
    ]
  })
  return {
    ...Object.fromEntries(entries),
    ...(traits.digits && { '--digits': `"${[traits.digits.name, ...traits.digits.alternatives].join('", "')}"` }),
  }
}

/** How much lower than the browser would have it text stands in its line. */
function liftVariables(layout: Layout) {
  const { grid, text, title, imprint, pageNumber } = layout
  const [size, pitch] = [pointsOf(text.size), pointsOf(grid.pitch)]
  const [titleSize, small] = [pointsOf(title.size), pointsOf(title.smallSize)]
  const titlePitch = pointsOf(title.pitch)
  const [foot, number] = [pointsOf(imprint.size), pointsOf(pageNumber.size)]
  return {
    '--fangsong-lift': liftOf(layout, 'fangsong', size, pitch),
    '--heiti-lift': liftOf(layout, 'heiti', size, pitch),
    '--kaiti-lift': liftOf(layout, 'kaiti', size, pitch),
    '--title-lift': liftOf(layout, 'xiaobiaosong', titleSize, titlePitch),
    '--small-title-lift': liftOf(layout, 'xiaobiaosong', small, (titlePitch * small) / titleSize),
    '--imprint-lift': liftOf(layout, 'fangsong', foot, pointsOf(imprint.pitch)),
    '--tight-lift': liftOf(layout, 'fangsong', foot, pointsOf(imprint.tightPitch)),
    '--number-lift': liftOf(layout, 'songti', number, pointsOf(pageNumber.pitch)),
  }
}

function pointsOf(measure: Measure): number {
  return (toMillimetres(measure) / 25.4) * 72
}
