/** 签到表: the session, and a line to sign on for everybody who is due and some more, its head on every page. */
import { widthOf } from '../../src-shared/chinese.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import {
  charactersPerLine,
  type FormRow,
  formDocx,
  formGap,
  formLine,
  formTable,
  formTitle,
} from '../documents/form-docx.ts'
import type { Session } from './session.ts'

/** Millimetres; together the 156 of the type area. */
const widths = [14, 24, 46, 26, 28, 18]
const columns = ['序号', '姓名', '单位', '职务', '签名', '备注']
const rowHeight = 9.5
/** Lines on the first page, below the head, and on every further one. */
const linesPerPage = { first: 14, further: 22 }
const unknownDue = 30
/** A larger meeting signs in by other means. */
const mostLines = 600

export function signInSheet(session: Session, layout: Layout): Uint8Array {
  const { kind, topic, time, place, host, speakers, organiser, due } = session
  const title = kind === 'study' ? '学习签到表' : '宣讲签到表'
  const lines = Array.from(
    { length: linesFor(session) },
    (_, index): FormRow => ({
      height: rowHeight,
      cells: columns.map((_column, place) => ({ text: place === 0 ? String(index + 1) : '', look: 'centred' })),
    }),
  )
  const head: FormRow = { height: rowHeight, isHead: true, cells: columns.map((text) => ({ text, look: 'label' })) }
  return formDocx(
    [
      formTitle(title),
      formLine(''),
      formLine(`主题：${topic}`),
      formLine(`时间：${time}`),
      formLine(`地点：${place}`),
      formLine(`主持人：${host}\t${kind === 'study' ? '主讲（领学）人' : '宣讲人'}：${speakers}`),
      formLine(`组织单位：${organiser}`),
      formLine(`应到：${due ?? '　　'}人　实到：　　人\t考勤人：`),
      formGap,
      formTable(widths, [head, ...lines], layout),
    ],
    title,
    layout,
  )
}

/** Everybody who is due, a tenth and at least three more, then on to the foot of the page. */
export function linesFor({ due, topic, place, organiser, speakers }: Session): number {
  const people = Math.min(due ?? unknownDue, mostLines)
  const wanted = people + Math.max(3, Math.ceil(people / 10))
  // Of the head, each about as high as a line of the table; before the speakers stands the host.
  const wrapped = [
    `主题：${topic}`,
    `地点：${place}`,
    `组织单位：${organiser}`,
    `主持人：　　　　　　主讲人：${speakers}`,
  ]
  const first = linesPerPage.first - wrapped.reduce((sum, text) => sum + linesMore(text), 0)
  const further = Math.max(0, Math.ceil((wanted - first) / linesPerPage.further))
  return first + further * linesPerPage.further
}

function linesMore(text: string): number {
  return Math.ceil(widthOf(text) / charactersPerLine) - 1
}
