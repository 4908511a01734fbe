/** A short notice of the office itself (版式样张) on which the choice of a layout can be seen. */
import type { OfficialDocument } from '../../src-shared/documents.ts'
import { officeFrame } from '../../src-shared/editing/kind-frame.ts'
import type { Office } from '../../src-shared/office.ts'

export function layoutSample(office: Office, today: string): OfficialDocument {
  const number = `${office.documentCode}〔${today.slice(0, 4)}〕1号`
  return {
    ...officeFrame('通知', office, { number, today }),
    title: `${office.name}关于做好基层工会宣讲工作的通知`,
    recipients: ['各乡镇（街道）总工会', '县直各基层工会'],
    blocks: [
      { kind: 'paragraph', runs: [{ text: '为把宣讲送到车间班组，现就有关事项通知如下。' }] },
      { kind: 'heading', level: 1, text: '总体安排' },
      { kind: 'heading', level: 2, text: '宣讲对象。', runIn: [{ text: '面向一线职工，每个基层工会至少1场。' }] },
      {
        kind: 'heading',
        level: 2,
        text: '宣讲时间。',
        runIn: [{ text: `${today.slice(0, 4)}年内完成，可结合班前会进行。` }],
      },
      { kind: 'heading', level: 1, text: '工作要求' },
      { kind: 'paragraph', runs: [{ text: '各基层工会要认真组织，及时登记，年底前报送情况。' }] },
    ],
    annexes: [],
  }
}
