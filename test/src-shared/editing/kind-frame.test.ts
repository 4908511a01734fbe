import { expect, test } from 'vitest'
import { type DocumentKind, documentKinds, type OfficialDocument } from '../../../src-shared/documents.ts'
import { inFormat, issuedBy, kinds, markOf, ofKind } from '../../../src-shared/editing/kind-frame.ts'
import { kindFaults } from '../../../src-shared/kind-rules.ts'

const report: OfficialDocument = {
  kind: '报告',
  mark: '云山县总工会文件',
  number: '云工发〔2026〕5号',
  signers: ['马建国'],
  title: '云山县总工会关于学习情况的报告',
  recipients: ['固川市总工会'],
  blocks: [{ kind: 'paragraph', runs: [{ text: '正文。' }] }],
  annexes: [],
  issuer: '云山县总工会',
  hasSeal: true,
  date: '2026-11-21',
  copyTo: [],
  printer: '云山县总工会办公室',
  printedOn: '2026-11-21',
}

test('every kind that is written can be chosen', () => {
  expect([...kinds].sort()).toEqual([...documentKinds].sort())
})

test.each(documentKinds.filter((kind) => kind !== '请示'))('a report made a %s has no fault of that kind', (kind) => {
  const changed = ofKind(report, kind)
  expect(kindFaults(changed)).toEqual([])
  expect(changed.title).toBe(`云山县总工会关于学习情况的${kind}`)
})

test('there and back again nothing but the signer of an upward kind has to be told anew', () => {
  for (const kind of ['通知', '函', '纪要', '意见'] satisfies DocumentKind[])
    expect(ofKind(ofKind(report, kind), '报告')).toEqual({ ...report, signers: [] })
})

test('the mark follows the format, and the usual format of a kind is not written down', () => {
  const letter = inFormat(ofKind(report, '通知'), '信函')
  expect([letter.format, letter.mark]).toEqual(['信函', '云山县总工会'])
  expect('format' in inFormat(letter, '普通')).toBe(false)
})

test('a title that begins with the issuers follows them, also while a name is typed anew', () => {
  const title = (...[issuer, joint]: [string, string[]]) => issuedBy(report, issuer, joint).title
  const subject = report.title.slice('云山县总工会'.length)
  expect(title('云山县总工会', ['云山县教育局'])).toBe(`云山县总工会 云山县教育局${subject}`)
  expect(title('云山县总工会', ['甲局', '乙局', '丙局'])).toBe(`云山县总工会等4单位${subject}`)
  expect(title('清河县总工会', [])).toBe(`清河县总工会${subject}`)
  expect(title('', [])).toBe(report.title)
  const own = { ...report, title: '关于报送情况的报告' }
  expect(issuedBy(own, '清河县总工会', []).title).toBe('关于报送情况的报告')
})

test('a mark that names the issuers follows them, one of the clerk’s own stays', () => {
  const joint = issuedBy(report, '云山县总工会', ['云山县教育局'])
  expect(joint.mark).toBe('云山县总工会\n云山县教育局文件')
  expect(issuedBy(joint, '云山县总工会', [])).toEqual(report)
  const own = { ...report, mark: '云山工会文件' }
  expect(issuedBy(own, '云山县总工会', ['云山县教育局']).mark).toBe('云山工会文件')
  expect(markOf(['云山县总工会'], '纪要')).toBe('云山县总工会会议纪要')
})
