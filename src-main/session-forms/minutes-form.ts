/** 会议（学习）记录: what is known of the session printed, the rest left to the hand of who takes the minutes. */
import type { Layout } from '../../src-shared/layouts.ts'
import { type FormCell, type FormRow, formDocx, formLine, formTable, formTitle } from '../documents/form-docx.ts'
import type { Session } from './session.ts'

/** Millimetres; together the 156 of the type area. */
const widths = [24, 30, 24, 24, 24, 30]
const label = (text: string, span = 1): FormCell => ({ text, span, look: 'label' })
const text = (words: string, span = 1): FormCell => ({ text: words, span })
const absentLines = 4

export function minutesForm(session: Session, layout: Layout): Uint8Array {
  const title = session.kind === 'study' ? '学习（会议）记录' : '宣讲（会议）记录'
  const rows = [...headRows(session), ...absentRows(), ...bodyRows(session)]
  return formDocx([formTitle(title), formLine(''), formTable(widths, rows, layout)], title, layout)
}

function headRows({ kind, topic, time, place, host, speakers, organiser, due }: Session): FormRow[] {
  const low = (cells: FormCell[]): FormRow => ({ height: 10, cells })
  return [
    low([label('主题'), text(topic, 5)]),
    low([label('时间'), text(time, 2), label('地点'), text(place, 2)]),
    low([label('主持'), text(host, 2), label('记录'), text('', 2)]),
    low([label(kind === 'study' ? '主讲领学' : '宣讲人'), text(speakers, 2), label('组织单位'), text(organiser, 2)]),
    low([label('应到'), text(due === null ? '　　人' : `${due}人`, 2), label('实到'), text('　　人', 2)]),
    { height: 46, isTall: true, cells: [label('出席'), text('', 5)] },
  ]
}

/** 缺席: who, why, and when it was made up for. */
function absentRows(): FormRow[] {
  const line = (cells: FormCell[]): FormRow => ({ height: 9, cells })
  return [
    line([{ ...label('缺席'), merge: 'restart' }, label('姓名'), label('原因', 3), label('补课日期')]),
    ...Array.from({ length: absentLines }, () =>
      line([{ ...label(''), merge: 'continue' }, text(''), text('', 3), text('')]),
    ),
    { height: 14, isTall: true, cells: [label('列席'), text('', 5)] },
  ]
}

function bodyRows({ agenda, decisions }: Session): FormRow[] {
  return [
    { height: 30, isTall: true, cells: [label('议题'), text(agenda, 5)] },
    { height: 130, isTall: true, cells: [label('发言'), text('（发言人及发言要点）', 5)] },
    { height: 70, isTall: true, cells: [label('议定事项'), text(decisions, 5)] },
    { height: 12, cells: [label('主持签字'), text('', 2), label('记录签字'), text('', 2)] },
  ]
}
