/** The cover page (上报封面) as DOCX: one page to be printed, signed and stamped. */
import type { BundleCover, CoverFigure } from '../../src-shared/bundle-cover.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { type FormCell, type FormRow, formDocx, formGap, formTable, formTitle } from '../documents/form-docx.ts'
import { qrPicture } from '../files/qr-picture.ts'
import { shortVolumes, signatures, volumeLabel } from './cover-words.ts'

/** Millimetres; together the 156 of the type area: three pairs of name and value beside the name of the group. */
const widths = [21, 23, 22, 23, 22, 23, 22]
const label = (text: string, span = 1): FormCell => ({ text, span, look: 'label' })
const text = (words: string, span = 1): FormCell => ({ text: words, span })
const centred = (words: string, span = 1): FormCell => ({ text: words, span, look: 'centred' })
const low = (...cells: FormCell[]): FormRow => ({ height: 6, isSmall: true, cells })
/** Figures in a row of a group. */
const perRow = 3

export function coverDocx(cover: BundleCover, madeOn: string, layout: Layout): Uint8Array {
  const picture = { png: qrPicture(cover.code), side: 26, description: '二维码：统计期、取数指纹、数据根和上报包编号' }
  const rows = [
    ...headRows(cover, madeOn),
    ...cover.figures.flatMap(({ group, cells }) => figureRows(group, cells)),
    ...cover.remarks.map((remark) => low(label('说明'), text(remark, 6))),
    ...proofRows(cover, { ...picture, number: 1 }),
    ...signatureRows(cover),
  ]
  return formDocx([formTitle(cover.title), formGap, formTable(widths, rows, layout)], cover.title, layout, [picture])
}

function headRows({ sender, recipient, period, notice }: BundleCover, madeOn: string): FormRow[] {
  return [
    low(label('报送单位'), text(sender, 3), label('接收单位'), text(recipient, 2)),
    low(label('统计期'), text(period, 3), label('生成日期'), text(madeOn, 2)),
    low(label('对应通知'), text(notice, 6)),
  ]
}

function figureRows(group: string, cells: readonly CoverFigure[]): FormRow[] {
  const rows: FormRow[] = []
  for (let start = 0; start < cells.length; start += perRow) {
    const pairs = [...cells.slice(start, start + perRow)]
    while (pairs.length < perRow) pairs.push({ name: '', value: '' })
    const head: FormCell = { ...label(start === 0 ? group : ''), merge: start === 0 ? 'restart' : 'continue' }
    rows.push(low(head, ...pairs.flatMap(({ name, value }) => [centred(name), centred(value)])))
  }
  return rows
}

function proofRows(
  { fingerprint, root, number, bundleId, volumes }: BundleCover,
  picture: NonNullable<FormCell['picture']>,
): FormRow[] {
  const code: FormCell = { text: '', span: 2, look: 'centred' }
  return [
    low(label('取数指纹'), text(fingerprint, 4), { ...code, merge: 'restart', picture }),
    low(label('数据根'), text(root, 4), { ...code, merge: 'continue' }),
    low(label('包编号'), text(`${number}　${bundleId}`, 4), { ...code, merge: 'continue' }),
    low(label(volumeLabel(volumes)), text(shortVolumes(volumes).join('\n'), 4), { ...code, merge: 'continue' }),
  ]
}

function signatureRows(cover: BundleCover): FormRow[] {
  const [head = '', ...others] = signatures(cover)
  return [{ ...low(label('单位\n（公章）'), text('', 3), text([head, '', ...others].join('\n'), 3)), height: 28 }]
}
