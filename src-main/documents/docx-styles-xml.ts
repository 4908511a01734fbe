/** The styles (样式) as styles.xml, and the fonts that they ask for as fontTable.xml. */
import type { Layout } from '../../src-shared/layouts.ts'
import {
  exact,
  fontSlots,
  inFont,
  inSize,
  labelStyle,
  levelRunStyles,
  type Style,
  signerNameStyle,
  stylesFor,
} from './docx-styles.ts'
import {
  element,
  type ParagraphProperties,
  paragraphProperties,
  type RunProperties,
  runProperties,
  xmlText,
} from './docx-xml.ts'

/** word/styles.xml, whole. */
export function stylesXml(layout: Layout): string {
  const defaults = `<w:docDefaults><w:rPrDefault>${runProperties(textRun(layout))}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`
  const written = (stylesFor(layout) as readonly Style[]).map(
    (style) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${style.id}">${element('name', style.name)}` +
      `${element('basedOn', style.base ?? 'Normal')}${element('qFormat', true)}` +
      `${paragraphProperties(style.paragraph ?? {})}${runProperties(style.run ?? {})}</w:style>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${normal(layout)}` +
    `${written.join('')}${runStyles(layout)}${tableNormal}</w:styles>`
  )
}

/** word/fontTable.xml: the fonts asked for, each with the names that the same face has on other machines. */
export function fontTableXml({ fonts, traits }: Layout): string {
  const all = [...Object.values(fonts), ...(traits.digits ? [traits.digits] : [])]
  const written = all.map(
    (font) =>
      `<w:font w:name="${xmlText(font.name)}">${element('altName', font.alternatives.join(','))}` +
      `${element('charset', font === traits.digits ? '00' : '86')}${element('family', 'auto')}${element('pitch', 'default')}</w:font>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${written.join('')}</w:fonts>`
  )
}

function textRun({ fonts, colours, grid, text, traits }: Layout): RunProperties {
  return {
    rFonts: fontSlots(fonts.fangsong, traits.digits),
    color: colours.text.value,
    spacing: grid.spacing.value,
    kern: 0,
    ...inSize(text.size.value),
    lang: { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' },
  }
}

/** Normal carries the size itself: engines take the grid from it and not from the defaults. */
function normal(layout: Layout): string {
  const paragraph: ParagraphProperties = {
    widowControl: { val: 0 },
    kinsoku: { val: 1 },
    wordWrap: { val: 1 },
    overflowPunct: { val: 0 },
    topLinePunct: { val: 0 },
    autoSpaceDE: { val: 0 },
    autoSpaceDN: { val: 0 },
    adjustRightInd: { val: 0 },
    snapToGrid: { val: 0 },
    spacing: exact(layout.grid.pitch.value),
    jc: 'both',
    textAlignment: 'auto',
  }
  return (
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal">${element('name', 'Normal')}${element('qFormat', true)}` +
    `${paragraphProperties(paragraph)}${runProperties(textRun(layout))}</w:style>`
  )
}

function runStyles({ fonts, traits }: Layout): string {
  const { digits, hasBoldHeadings } = traits
  const bold = hasBoldHeadings ? { b: true as const } : {}
  const all: readonly (readonly [string, string, RunProperties])[] = [
    [signerNameStyle, '签发人姓名', inFont(fonts.kaiti)],
    [labelStyle, '出席人员标识', inFont(fonts.heiti)],
    [levelRunStyles[1], '段首一级标题', inFont(fonts.heiti, digits)],
    [levelRunStyles[2], '段首二级标题', { ...inFont(fonts.kaiti, digits), ...bold }],
    [levelRunStyles[3], '段首三级标题', { ...inFont(fonts.fangsong, digits), ...bold }],
    [levelRunStyles[4], '段首四级标题', inFont(fonts.fangsong, digits)],
  ]
  return all
    .map(
      ([id, name, run]) =>
        `<w:style w:type="character" w:customStyle="1" w:styleId="${id}">${element('name', name)}` +
        `${runProperties(run)}</w:style>`,
    )
    .join('')
}

const tableNormal =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
  '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
