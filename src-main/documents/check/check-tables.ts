/** Checks of tables and landscape pages (表格、横排). */
import { type Check, inCentimetres, inMillimetres, isNear, type Subject, undecided, verdict } from './check.ts'
import { typeWidth } from './check-page.ts'
import { numbered } from './check-page-number.ts'
import { excerpt, mainSize } from './measure.ts'
import { isTable, type PaperTable, type Section } from './paper.ts'
import { isOn, numberIn } from './properties.ts'

/** Twips: 1 mm (8); tables may pass by a hair. */
const tolerance = { margin: 57, width: 28 }

export const tableChecks: readonly Check[] = [
  {
    id: 76,
    expected: ({ typeArea }) =>
      `页面转向，版心${inMillimetres(typeArea.height.value)} × ${inMillimetres(typeArea.width.value)}，页码在纸的地脚`,
    mend: ({ page }) =>
      `横排页的上、下、左、右边距依次设为${[page.left, page.right, page.bottom, page.top].map(({ value }) => inCentimetres(value)).join('、')}，页码用竖排文本框放在左侧。`,
    judge: (subject) => {
      const { paper } = subject
      const faults = paper.sections.flatMap((section, index) =>
        section.isLandscape ? landscapeFaults(subject, section, index) : [],
      )
      return paper.sections.some(({ isLandscape }) => isLandscape)
        ? verdict(faults, '页面、表格、页码都合适')
        : undecided('没有横排页')
    },
  },
  {
    id: 77,
    expected: () => '不宽于版心，表头每页重复，各行不跨页，行高容得下文字',
    mend: '缩窄表格；在“表格属性—行”中勾选“在各页顶端以标题行形式重复出现”，去掉“允许跨页断行”，行高改为最小值。',
    judge: (subject) => {
      const tables = dataTables(subject)
      if (tables.length === 0) return undecided('没有表格')
      return verdict(
        tables.flatMap((table, index) => tableFaults(subject, table).map((fault) => `表${index + 1}${fault}`)),
        `${tables.length}个表格，均合适`,
      )
    },
  },
]

/** Tables of figures: not those that only arrange the head, the signature or the foot. */
export function dataTables({ paper, found }: Subject): PaperTable[] {
  const head = new Set(
    [...found.head.mark, found.head.number, ...found.head.signers, ...found.issuers].map((one) => one?.table),
  )
  return paper.blocks
    .filter(isTable)
    .filter(
      (table) =>
        !head.has(table) &&
        table !== found.imprint?.table &&
        table.rows.length >= 3 &&
        (table.rows[0]?.cells.length ?? 0) >= 2,
    )
}

function tableFaults({ paper, layout }: Subject, table: PaperTable): string[] {
  const section = paper.sections[table.section]
  const room = section ? typeWidth(section) : layout.typeArea.width.value
  const clipped = table.rows.flatMap(({ look, cells }) => {
    if (look.trHeight?.hRule !== 'exact') return []
    const height = numberIn(look, 'trHeight') ?? 0
    return cells.flatMap(({ paragraphs }) => paragraphs).filter((one) => mainSize(one) * 10 > height)
  })
  return [
    ...(table.width + Math.max(0, table.indent) > room + tolerance.width
      ? [`宽${inMillimetres(table.width)}，超出版心`]
      : []),
    ...(table.rows[0] && isOn(table.rows[0].look, 'tblHeader') ? [] : ['表头没有设为重复']),
    ...(table.rows.every(({ look }) => isOn(look, 'cantSplit')) ? [] : ['有的行可以跨页断开']),
    ...clipped.slice(0, 1).map((one) => `${excerpt(one.text)}被固定行高遮住`),
  ]
}

/** The upright page turned: its left edge is the foot of the paper. */
function landscapeFaults({ paper, layout, found }: Subject, section: Section, index: number): string[] {
  const { page, typeArea } = layout
  const wanted = { top: page.left, left: page.bottom, right: page.top, bottom: page.right }
  const sides = Object.entries(wanted).filter(
    ([side, { value }]) => !isNear(section.margins[side as keyof typeof wanted], value, tolerance.margin),
  )
  const names: Readonly<Record<string, string>> = { top: '上', left: '左', right: '右', bottom: '下' }
  const margins = sides.map(([side]) => `${names[side]}${inMillimetres(section.margins[side as keyof typeof wanted])}`)
  const wide = paper.tables.filter(
    (table) =>
      table.section === index &&
      table !== found.imprint?.table &&
      table.width > typeArea.height.value + tolerance.width,
  )
  const atFoot = ['default', 'even'].filter((type) => numbered(section.footers[type]).length > 0)
  const turned = ['default', 'even'].filter((type) =>
    numbered(section.headers[type]).some(
      ({ box }) => box !== undefined && /^(vert|vert270|eaVert)$/.test(box.direction),
    ),
  )
  return [
    ...(margins.length === 0 ? [] : [`第${index + 1}节边距${margins.join('、')}`]),
    ...wide.map(({ width }) => `第${index + 1}节表格宽${inMillimetres(width)}`),
    ...(atFoot.length > 0 ? [`第${index + 1}节页码在横排页的下方`] : []),
    ...(atFoot.length === 0 && turned.length === 0 ? [`第${index + 1}节没有转向的页码`] : []),
  ]
}
