/**
 * The named styles (样式) of an official document. Every number of the layout and every East-Asian flag
 * stands in a style, so that a clerk who edits the file in Word or WPS keeps the format; paragraphs only name theirs.
 */
import type { Font } from '../../src-shared/layout-9704.ts'
import { defaultLayout, type Layout } from '../../src-shared/layouts.ts'
import type { ParagraphProperties, RunProperties } from './docx-xml.ts'

/** Ids of the styles; the names that people see stand in `styles` below. */
export type StyleId = ReturnType<typeof stylesFor>[number]['id']

/** So many 字 of the grid in twips. */
export function characters(count: number, layout: Layout = defaultLayout): number {
  return Math.round(count * layout.grid.character.value)
}

export const exact = (twips: number, before = 0) => ({ before, after: 0, line: twips, lineRule: 'exact' })
const noIndent = { firstLineChars: 0, firstLine: 0 }
export const inFont = (font: Font, digits?: Font) => ({ rFonts: fontSlots(font, digits) })
export const inSize = (halfPoints: number) => ({ sz: halfPoints, szCs: halfPoints })
const inTable = { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } }

export type Style = {
  readonly id: string
  readonly name: string
  readonly base?: string
  readonly paragraph?: ParagraphProperties
  readonly run?: RunProperties
}

/** Every style with its numbers; a profile changes numbers, never names. */
export function stylesFor(layout: Layout) {
  const {
    grid,
    text,
    fonts,
    colours,
    number,
    redLine,
    title,
    annex,
    picture,
    attendance,
    imprint,
    pageNumber,
    typeArea,
    traits,
  } = layout
  const wide = (count: number) => characters(count, layout)
  const body: ParagraphProperties = {
    ind: { firstLineChars: text.indent.value * 100, firstLine: wide(text.indent.value) },
  }
  const heading = (level: number): ParagraphProperties => ({ ...body, keepNext: true, outlineLvl: level - 1 })
  const bold = traits.hasBoldHeadings ? { b: true as const } : {}
  const isCentred = traits.pageNumber === 'centred'
  const red = { val: traits.isPreprinted ? 'nil' : 'single', sz: redLine.thickness.value, space: redLine.space.value }
  return [
    { id: 'GwText', name: '公文正文', paragraph: body },
    // Lines that are all full, the last one too, and what goes on from them.
    { id: 'GwTextFirst', name: '公文正文转下页', paragraph: { ...body, jc: 'distribute' } },
    { id: 'GwTextRest', name: '公文正文接上页' },
    { id: 'GwBlank', name: '公文空行' },
    {
      id: 'GwMark',
      name: '发文机关标志',
      paragraph: { jc: 'center' },
      run: { ...inFont(fonts.xiaobiaosong), color: colours.red.value, spacing: 0 },
    },
    {
      id: 'GwSigners',
      name: '签发人',
      paragraph: { ind: { firstLine: wide(number.indent.value) }, jc: 'left' },
    },
    {
      // The red line is the lower border of the line that holds the number: it cannot part from it.
      id: 'GwNumber',
      name: '发文字号',
      base: 'GwSigners',
      paragraph: {
        ...(traits.isPreprinted
          ? // The room of the line that is printed already.
            { spacing: { ...exact(grid.pitch.value), after: redLine.space.value * 20 + 20 } }
          : { pBdr: { ...red, color: colours.red.value } }),
      },
    },
    {
      id: 'GwNumberCentred',
      name: '发文字号（居中）',
      base: 'GwNumber',
      paragraph: { ind: noIndent, jc: 'center' },
    },
    { id: 'GwMinutesNumber', name: '纪要编号', paragraph: { jc: 'center' } },
    {
      id: 'GwMinutesLine',
      name: '纪要版头',
      base: 'GwNumber',
      paragraph: { tabs: { val: 'right', pos: typeArea.width.value - wide(number.indent.value) } },
    },
    { id: 'GwLetterNumber', name: '信函发文字号', paragraph: { ind: noIndent, jc: 'right' } },
    { id: 'GwSerial', name: '份号', paragraph: { ind: noIndent, jc: 'left' } },
    {
      id: 'GwClassification',
      name: '密级和紧急程度',
      paragraph: { ind: noIndent, jc: 'left' },
      run: inFont(fonts.heiti, traits.digits),
    },
    {
      id: 'GwTitle',
      name: '公文标题',
      paragraph: { spacing: exact(title.pitch.value), jc: 'center' },
      run: { ...inFont(fonts.xiaobiaosong), ...inSize(title.size.value), spacing: 0 },
    },
    {
      id: 'GwTitleSmall',
      name: '公文标题（小）',
      base: 'GwTitle',
      paragraph: { spacing: exact(Math.round((title.pitch.value * title.smallSize.value) / title.size.value)) },
      run: inSize(title.smallSize.value),
    },
    { id: 'GwRecipients', name: '主送机关', paragraph: { ind: noIndent } },
    { id: 'GwLevel1', name: '公文一级标题', paragraph: heading(1), run: inFont(fonts.heiti, traits.digits) },
    {
      id: 'GwLevel2',
      name: '公文二级标题',
      paragraph: heading(2),
      run: { ...inFont(fonts.kaiti, traits.digits), ...bold },
    },
    { id: 'GwLevel3', name: '公文三级标题', paragraph: heading(3), run: bold },
    { id: 'GwLevel4', name: '公文四级标题', paragraph: heading(4) },
    { id: 'GwAnnexNote', name: '附件说明', paragraph: { keepNext: true, jc: 'left' } },
    {
      id: 'GwAttendance',
      name: '出席人员',
      paragraph: {
        ind: { left: wide(attendance.namesAt.value), hanging: wide(attendance.namesAt.value - text.indent.value) },
      },
    },
    { id: 'GwIssuers', name: '联合署名', paragraph: { keepNext: true, ind: noIndent, jc: 'left' } },
    { id: 'GwNote', name: '附注', paragraph: body },
    { id: 'GwIssuer', name: '署名', paragraph: { keepNext: true, jc: 'right' } },
    { id: 'GwDate', name: '成文日期', paragraph: { jc: 'right' } },
    {
      id: 'GwAnnexLabel',
      name: '附件标识',
      paragraph: { pageBreakBefore: true, ind: noIndent },
      run: inFont(fonts.heiti, traits.digits),
    },
    {
      id: 'GwAnnexTitle',
      name: '附件标题',
      base: 'GwTitle',
      paragraph: { keepNext: true },
    },
    {
      id: 'GwTableCaption',
      name: '附表标题',
      paragraph: {
        ...inTable,
        keepNext: true,
        spacing: { ...inTable.spacing, before: annex.captionAbove.value, after: annex.captionBelow.value },
        jc: 'left',
      },
      run: { ...inFont(fonts.heiti), ...inSize(annex.caption.value), spacing: 0 },
    },
    {
      id: 'GwTableNote',
      name: '附表说明',
      paragraph: { ...inTable, spacing: { ...inTable.spacing, before: annex.noteAbove.value } },
      run: { ...inSize(annex.note.value), spacing: 0 },
    },
    {
      id: 'GwTableFrame',
      name: '附表填报栏',
      base: 'GwTableNote',
      paragraph: {
        keepNext: true,
        spacing: { ...inTable.spacing, before: annex.titleGap.value, after: annex.frameBelow.value },
        jc: 'left',
      },
    },
    {
      id: 'GwTableHead',
      name: '附表表头',
      paragraph: { ...inTable, jc: 'center' },
      run: { ...inFont(fonts.heiti), ...inSize(annex.tableHead.value), spacing: 0 },
    },
    {
      id: 'GwTableText',
      name: '附表文字',
      paragraph: { ...inTable, jc: 'left' },
      run: { ...inSize(annex.tableText.value), spacing: 0 },
    },
    { id: 'GwTableNumber', name: '附表数字', base: 'GwTableText', paragraph: { jc: 'center' } },
    { id: 'GwTableHeadSmall', name: '附表表头（小）', base: 'GwTableHead', run: inSize(annex.tableSmallText.value) },
    { id: 'GwTableTextSmall', name: '附表文字（小）', base: 'GwTableText', run: inSize(annex.tableSmallText.value) },
    {
      id: 'GwTableNumberSmall',
      name: '附表数字（小）',
      base: 'GwTableNumber',
      run: inSize(annex.tableSmallText.value),
    },
    {
      // An exact pitch would show no more of a picture than one line; so small that the line is as high as the picture.
      id: 'GwPicture',
      name: '公文图片',
      paragraph: {
        spacing: { before: picture.gap.value, after: picture.gap.value, line: 240, lineRule: 'auto' },
        jc: 'center',
      },
      run: { ...inSize(2), spacing: 0 },
    },
    {
      id: 'GwPictureCaption',
      name: '公文图题',
      paragraph: { spacing: { before: 0, after: picture.gap.value, line: 240, lineRule: 'auto' }, jc: 'center' },
      run: { ...inFont(fonts.heiti), ...inSize(picture.captionSize.value), spacing: 0 },
    },
    {
      id: 'GwCopyTo',
      name: '版记抄送',
      paragraph: {
        spacing: exact(imprint.pitch.value),
        ind: {
          left: imprint.character.value * (imprint.indent.value + 3),
          right: imprint.character.value * imprint.indent.value,
          hanging: imprint.character.value * 3,
        },
      },
      run: { ...inSize(imprint.size.value), spacing: 0 },
    },
    {
      // A long list of addressees must leave the 版记 on one page.
      id: 'GwCopyToTight',
      name: '版记抄送（紧）',
      base: 'GwCopyTo',
      paragraph: { spacing: exact(imprint.tightPitch.value) },
    },
    {
      id: 'GwPrinter',
      name: '版记印发',
      paragraph: {
        spacing: exact(imprint.pitch.value),
        tabs: { val: 'right', pos: typeArea.width.value - imprint.character.value * imprint.indent.value },
        ind: { left: imprint.character.value * imprint.indent.value },
        jc: 'left',
      },
      run: { ...inSize(imprint.size.value), spacing: 0 },
    },
    {
      id: 'GwPageNumberOdd',
      name: '公文页码（单页）',
      paragraph: {
        spacing: exact(pageNumber.pitch.value),
        ind: { right: isCentred ? 0 : pageNumber.indent.value },
        jc: isCentred ? 'center' : 'right',
      },
      run: { ...inFont(fonts.songti), ...inSize(pageNumber.size.value), spacing: 0 },
    },
    {
      id: 'GwPageNumberEven',
      name: '公文页码（双页）',
      base: 'GwPageNumberOdd',
      paragraph: {
        ind: { left: isCentred ? 0 : pageNumber.indent.value, right: 0 },
        jc: isCentred ? 'center' : 'left',
      },
    },
    // Turned by their boxes, one 字 inside the type area like the upright ones.
    {
      id: 'GwTurnedNumberOdd',
      name: '公文页码（横排单页）',
      base: 'GwPageNumberOdd',
      paragraph: { ind: { right: pageNumber.indent.value }, jc: 'right' },
    },
    {
      id: 'GwTurnedNumberEven',
      name: '公文页码（横排双页）',
      base: 'GwPageNumberOdd',
      paragraph: { ind: { left: pageNumber.indent.value, right: 0 }, jc: 'left' },
    },
    // Holds the box of the 版记 in the flow, and ends a section or box, where the schema wants a paragraph. So low that a
    // page of 22 lines has room for it.
    {
      id: 'GwAnchor',
      name: '公文定位',
      paragraph: { spacing: exact(grid.anchor.value) },
      run: { ...inSize(2), spacing: 0 },
    },
    // Ends the box of the 版记: where the margin box passes the type area, by so much.
    {
      id: 'GwFootEnd',
      name: '版记定位',
      paragraph: { spacing: exact(grid.anchor.value + grid.overhang.value) },
      run: { ...inSize(2), spacing: 0 },
    },
  ] as const satisfies readonly Style[]
}

/** Characters that differ from their paragraph: the names after 签发人： are 楷体. */
export const signerNameStyle = 'GwSignerName'
/** The heading of a paragraph whose text follows on its line, and 出席 before its names. */
export const levelRunStyles = { 1: 'GwLevel1Run', 2: 'GwLevel2Run', 3: 'GwLevel3Run', 4: 'GwLevel4Run' } as const
export const labelStyle = 'GwLabel'

/** All four slots and the hint: “ ” — … must not fall back to a Latin face; digits only where the office wants it. */
export function fontSlots({ name }: Font, digits?: Font) {
  return { hint: 'eastAsia', ascii: digits?.name ?? name, hAnsi: name, eastAsia: name, cs: name }
}
