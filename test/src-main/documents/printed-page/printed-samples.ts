/** What is printed and measured (量版面的样例): every form and kind, and documents that show what those do not. */
import type { OfficialDocument } from '../../../../src-shared/documents.ts'
import { type Layout, layoutOf } from '../../../../src-shared/layouts.ts'
import { longText, report, text, uprightSheet, wideSheet } from '../sample-document.ts'
import { notice, samples } from '../sample-kinds.ts'

const annexOf = (sheet: ReturnType<typeof uprightSheet>) => ({ title: sheet.title, sheet })

const unions = (count: number) =>
  Array.from({ length: count }, (_, index) => `云山县第${index + 1}乡镇街道工业园区总工会`)
/** More addressees than a page of 版记 holds. */
const longImprint = notice({
  recipients: unions(40),
  copyTo: unions(40).map((name) => `${name}女职工委员会`),
  copies: 300,
})

const further: Readonly<Record<string, OfficialDocument>> = {
  usual: report(),
  long: notice({ blocks: Array.from({ length: 18 }, () => text(longText)) }),
  'three-signers': report({ signers: ['马建国', '李红梅', '王芳'] }),
  unsealed: report({ hasSeal: false, annexes: [], date: '2026-01-08', printedOn: '2026-01-08' }),
  'long-annex-name': report({
    annexes: [
      annexOf(uprightSheet(4, '云山县总工会宣讲覆盖全县各乡镇街道园区基层工会情况统计表')),
      annexOf(uprightSheet(4)),
    ],
  }),
  'many-rows': report({ annexes: [annexOf(uprightSheet(60))] }),
  landscape: report({ annexes: [annexOf(uprightSheet(4)), annexOf(wideSheet(30))] }),
  'long-imprint': longImprint,
  'long-copy': report({
    copyTo: ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `云山县${name}街道总工会及所属基层工会`),
  }),
}

export const printedSamples: Readonly<Record<string, { document: OfficialDocument; layout?: Layout }>> = {
  ...Object.fromEntries(Object.entries({ ...samples, ...further }).map(([name, document]) => [name, { document }])),
  duplex: { document: samples['many-recipients'] as OfficialDocument, layout: layoutOf('duplex') },
  'duplex-long-imprint': { document: longImprint, layout: layoutOf('duplex') },
  'duplex-even': { document: samples['joint-five'] as OfficialDocument, layout: layoutOf('duplex') },
}
