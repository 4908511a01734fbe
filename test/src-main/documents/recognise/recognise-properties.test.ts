/** Whatever the text: no character is lost unless the report says so, and what was read reads the same again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recogniseDocument } from '../../../../src-main/documents/recognise/recognise-document.ts'
import { documentText } from '../../../../src-main/documents/recognise/render-text.ts'
import type { Recognition } from '../../../../src-shared/recognition.ts'

const runs = { numRuns: 400 }

const sentence = fc
  .array(
    fc.constantFrom(
      ...[
        '各级工会',
        '要',
        '认真',
        '学习',
        '宣讲',
        '，',
        '、',
        '职工',
        '落实',
        '基层',
        '“',
        '”',
        '（',
        '）',
        '《',
        '》',
      ],
      ...[
        '2026年',
        ' 3 ',
        '10月--12月',
        '100人',
        '(一)',
        '：',
        ';',
        ',',
        '**',
        'APP',
        ' and ',
        '附件',
        '印发',
        '通知',
        '目标',
        '标',
      ],
      ...['\u00a0', '\u200b', '１２', '𠮷', '🙂', '...', '"', '(', ')', '&nbsp;', '|', '#'],
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((words) => words.join(''))
const line = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 2, arbitrary: sentence.map((words) => `${words}。`) },
  fc
    .tuple(fc.constantFrom('一、', '二、', '（一）', '(二)', '1.', '2、', '（1）', '## ', '　　'), sentence)
    .map(([mark, words]) => mark + words),
  fc.constantFrom(
    ...[
      '',
      '',
      '云溪县总工会文件',
      '云溪县 总工会文件',
      '云工发[2026]第05号',
      '云工发〔2026〕5号  签发人：王  明',
      '000012',
      '机密*1年',
      '特急',
    ],
    ...[
      '云溪县总工会',
      '云溪县总工会关于开展读书活动的通知',
      '关于开展读书 活动的',
      '通知',
      '各乡镇总工会、开发区总工会，县直各单位：',
    ],
    ...[
      '附件：1、方案；',
      '2、名单。',
      '附件：方案',
      '附件 1:',
      '附件2',
      '读书活动方案',
      '云溪县总工会办公室',
      '2026年03月08日',
      '二〇二六年三月八日',
    ],
    ...[
      '抄送：市总工会、县委办，各县级领导',
      '云溪县总工会办公室  2026年3月9日印发',
      '2026年3月9日印发',
      '共印 5 份',
      '（此件公开发布）',
      '联系人：王明',
    ],
    ...[
      '单位\t场次',
      '城关\t3',
      '| 甲 | 乙 |',
      '| --- | --- |',
      '---',
      '— 3 —',
      '来源：本站',
      '【打印本页】',
      '出席：王明、李红',
      '云溪县总工会主席办公会议纪要',
      '第3期',
    ],
  ),
)
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'))

/** Characters that are not space, counted. */
function count(words: string, sign: number, counts: Map<string, number>): Map<string, number> {
  for (const char of words.replace(/[\s\ufeff]/gu, '').split('')) counts.set(char, (counts.get(char) ?? 0) + sign)
  return counts
}

/** What stands in the source and neither in the document nor in the report, or the other way round. */
function imbalance(source: string, { document, tidied }: Recognition): Record<string, number> {
  const counts = count(source, 1, new Map())
  count(documentText(document), -1, counts)
  for (const { before, after } of tidied) count(after, 1, count(before, -1, counts))
  return Object.fromEntries([...counts].filter(([, number]) => number !== 0))
}

test('every character of the source is in the document, or the report tells what became of it', () => {
  fc.assert(
    fc.property(text, (source) => {
      expect(imbalance(source, recogniseDocument({ text: source }))).toEqual({})
    }),
    runs,
  )
})

test('a document written out as text and read again is the same document', () => {
  fc.assert(
    fc.property(text, (source) => {
      const once = recogniseDocument({ text: source }).document
      const written = documentText(once, { isMarked: true })
      expect(recogniseDocument({ text: written }).document).toEqual(once)
    }),
    runs,
  )
})

test('any string at all is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => {
      recogniseDocument({ text: source })
    }),
    runs,
  )
})
