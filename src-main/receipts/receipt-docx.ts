/** The receipt on paper (回执单) as DOCX: one page with the check code, to be stamped, sent along or read out. */
import { chineseDate, periodWords } from '../../src-shared/chinese.ts'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import {
  type BusinessReceipt,
  type Receipt,
  type RowCounts,
  returnedRecords,
  tableWords,
} from '../../src-shared/receipts.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import { type FormCell, type FormRow, formDocx, formGap, formTable, formTitle } from '../documents/form-docx.ts'
import { verdictOf } from './receipt-sentence.ts'

/** Millimetres; together the 156 of the type area. */
const widths = [26, 26, 26, 26, 26, 26]
/** What fits on the page; the file holds all. */
const listed = 4
const wordsLimit = 36
const titleLimit = 26
/** Rows that few ask after are counted together. */
const others = ['office', 'unionAct', 'answer'] as const

const nothing: RowCounts = { received: 0, unchanged: 0, returned: 0, conflict: 0, parked: 0 }

const label = (text: string, span = 1): FormCell => ({ text, span, look: 'label' })
const text = (words: string, span = 1): FormCell => ({ text: words, span })
const centred = (words: string, span = 1): FormCell => ({ text: words, span, look: 'centred' })
const low = (...cells: FormCell[]): FormRow => ({ height: 6, isSmall: true, cells })

export function receiptDocx(receipt: Receipt, checkCode: string, layout: Layout): Uint8Array {
  const title = '上报回执单'
  const { business } = receipt
  const rows = [
    ...headRows(receipt),
    low(label('接收情况'), text(verdictOf(receipt), 5)),
    ...(business === null ? [] : businessRows(business)),
    { height: 14, isLarge: true, cells: [label('校验码'), centred(checkCode, 5)] },
    ...footRows(receipt),
  ]
  return formDocx([formTitle(title), formGap, formTable(widths, rows, layout)], title, layout)
}

function headRows({ issuer, to, bundle, number, technical }: Receipt): FormRow[] {
  const { of, missing } = technical.volumes
  const volumes = missing.length === 0 ? `${of}卷，齐全` : `${of}卷，缺第${missing.join('、')}卷`
  return [
    low(label('报送单位'), text(to.name, 2), label('接收单位'), text(issuer.name, 2)),
    low(
      label('上报包'),
      text(`第${bundle.seq}号`, 2),
      label('统计期'),
      text(bundle.period ? periodWords(bundle.period) : '', 2),
    ),
    low(label('收到日期'), text(chineseDate(localDayOf(bundle.receivedAt)), 2), label('分卷'), text(volumes, 2)),
    low(
      label('回执编号'),
      text(`第${number}号`, 2),
      label('转报单位'),
      text(bundle.via.map(({ name }) => name).join('、'), 2),
    ),
  ]
}

function businessRows({ counts, remarks, due, next, notice, root }: BusinessReceipt): FormRow[] {
  const counted = (table: string): RowCounts[] => {
    // What comes back is told of every bundle of the sender, as in the sentence above the table.
    const returned = returnedRecords(remarks, table)
    const one = counts[table] ?? (returned > 0 ? nothing : null)
    return one ? [{ ...one, returned }] : []
  }
  const tables = Object.keys(tableWords).flatMap((table) =>
    others.some((other) => other === table)
      ? []
      : counted(table).map((one) => countRow(tableWords[table] ?? table, one)),
  )
  const few = others.flatMap(counted)
  if (few.length > 0) tables.push(countRow('其他', few.reduce(sumOf)))
  const shown = remarks.slice(0, listed).map((remark, index) => {
    const field = fieldLabels[remark.field] ? `${fieldLabels[remark.field]}：` : ''
    return low(
      { ...label(index === 0 ? '退回与\n待办' : ''), merge: index === 0 ? 'restart' : 'continue' },
      text(cut(`${tableWords[remark.table] ?? ''}${remark.result}：${remark.title}`, titleLimit), 2),
      text(cut(`${field}${remark.words}`, wordsLimit), 3),
    )
  })
  const rest = remarks.length - shown.length
  if (rest > 0) shown.push(low({ ...label(''), merge: 'continue' }, text(`另有${rest}条，见回执文件。`, 5)))
  const time = due.day === null ? '没有期限' : `${due.isLate ? '逾期' : '按时'}（期限${chineseDate(due.day)}）`
  return [
    low(label('台账'), label('收到'), label('未变'), label('退回'), label('冲突'), label('暂存')),
    ...tables,
    ...shown,
    low(
      label('内容核对'),
      text(root.isSame ? '与报出时完全一致' : '与报出时不完全一致', 2),
      label('是否按时'),
      text(time, 2),
    ),
    low(
      label('对应通知'),
      text(cut(notice?.title ?? '', titleLimit), 2),
      label('下次期限'),
      text(next ? cut(`${chineseDate(next.day)}，${next.title}`, titleLimit) : '', 2),
    ),
  ]
}

function sumOf(one: RowCounts, other: RowCounts): RowCounts {
  return {
    received: one.received + other.received,
    unchanged: one.unchanged + other.unchanged,
    returned: one.returned + other.returned,
    conflict: one.conflict + other.conflict,
    parked: one.parked + other.parked,
  }
}

function cut(words: string, limit: number): string {
  const characters = [...words]
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : words
}

function countRow(name: string, { received, unchanged, returned, conflict, parked }: RowCounts): FormRow {
  return low(label(name), ...[received, unchanged, returned, conflict, parked].map((count) => centred(String(count))))
}

function footRows({ business, issuedAt, issuer }: Receipt): FormRow[] {
  const signed = [`经办人：${business?.by ?? ''}`, chineseDate(localDayOf(issuedAt))].join('\n')
  return [{ ...low(label('接收单位\n（公章）'), text('', 3), text([issuer.name, signed].join('\n'), 2)), height: 26 }]
}
