/** The printed page of the key card (名片打印页): stamped by the office, its fingerprint compared and signed by who accepts it. */
import { chineseDate } from '../../src-shared/chinese.ts'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import type { Office } from '../../src-shared/office.ts'
import type { CoreContext } from '../core-context.ts'
import { type FormCell, type FormRow, formDocx, formGap, formTable, formTitle } from '../documents/form-docx.ts'
import { docxType } from '../documents/write-document.ts'
import { deliver } from '../files/deliver.ts'
import { safeFileName } from '../files/file-name.ts'
import { qrPicture } from '../files/qr-picture.ts'
import { requireOffice } from '../office.ts'
import { officeLayout } from '../settings.ts'
import { ownFingerprint } from './own-keys.ts'

/** Millimetres; together the 156 of the type area. */
const widths = [32, 31, 31, 31, 31]
const label = (text: string, span = 1): FormCell => ({ text, span, look: 'label' })
const text = (words: string, span = 1): FormCell => ({ text: words, span })

export type CardPage = {
  readonly office: Office
  readonly officeId: string
  readonly fingerprint: string
  /** `YYYY-MM-DD` */
  readonly day: string
}

/** @throws Problem OFFICE_MISSING, DISK_FULL, FILE_UNWRITABLE */
export async function deliverCardPage({ db, keys, officeId, host, today }: CoreContext): Promise<Delivery> {
  const office = await requireOffice(db)
  const layout = await officeLayout(db)
  const { fingerprint } = ownFingerprint({ keys, officeId })
  const file = { name: safeFileName(`${office.name}_密钥名片`, 'docx'), type: docxType }
  return await deliver(host, file, async () => cardPageDocx({ office, officeId, fingerprint, day: today() }, layout))
}

export function cardPageDocx({ office, officeId, fingerprint, day }: CardPage, layout: Layout): Uint8Array {
  const title = '密钥名片'
  const groups = fingerprint.split(' ')
  const code = `学宣台账密钥名片\n${office.name}\n单位编号：${officeId}\n指纹：${fingerprint}`
  const picture = { png: qrPicture(code), side: 34, description: '二维码：单位名称、单位编号和指纹' }
  const rows: FormRow[] = [
    { height: 11, cells: [label('单位名称'), text(office.name, 4)] },
    {
      height: 11,
      cells: [label('行政区划代码'), text(office.divisionCode), label('导出日期'), text(chineseDate(day), 2)],
    },
    { height: 11, cells: [label('单位编号'), text(officeId, 4)] },
    fingerprintRow(groups.slice(0, 4), 'restart'),
    fingerprintRow(groups.slice(4), 'continue'),
    {
      height: 40,
      cells: [
        label('二维码'),
        { text: '', span: 2, look: 'centred', picture: { ...picture, number: 1 } },
        text(advice, 2),
      ],
    },
    { height: 42, isTall: true, cells: [label('出具单位\n（公章）'), text('', 2), text(signed(office), 2)] },
    { height: 42, isTall: true, cells: [label('接收单位\n核对'), text(checked, 4)] },
  ]
  return formDocx([formTitle(title), formGap, formTable(widths, rows, layout)], title, layout, [picture])
}

const advice =
  '本页与“.ghk”名片文件一并交对方。对方接收时逐组录入指纹，并与本页或电话中读出的核对一致；不一致的不得采用。'

const checked = [
  '核对方式：□ 对照本页　　□ 电话核对，对方姓名：　　　　　　',
  '核对结果：□ 一致　　□ 不一致，未采用',
  '',
  '核对人（签字）：　　　　　　　　　　年　　月　　日',
].join('\n')

/** Eight groups in two rows, each in a cell of its own, so that the eye keeps its place while reading out. */
function fingerprintRow(groups: readonly string[], merge: NonNullable<FormCell['merge']>): FormRow {
  const cells = groups.map((group): FormCell => ({ text: group, look: 'centred' }))
  return { height: 17, isLarge: true, cells: [{ ...label(merge === 'restart' ? '指　纹' : ''), merge }, ...cells] }
}

function signed({ contact, phone }: Office): string {
  const known = [contact && `填表人：${contact}`, `联系电话：${phone}`].filter((line) => line !== '')
  return ['经办人（签字）：', ...known, '', '　　　　年　　月　　日'].join('\n')
}
