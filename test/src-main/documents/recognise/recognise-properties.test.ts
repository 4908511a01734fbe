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

/** A document with any of its parts left out, written as untidily as they come. */
const maybe = (...choices: readonly string[]) => fc.option(fc.constantFrom(...choices), { nil: undefined, freq: 3 })
const paragraph = fc
  .array(
    fc.constantFrom(
      ...[
        '各级工会要认真学习，',
        '要深入车间班组宣讲,',
        '围绕“中国梦·劳动美”主题开展活动；',
        '办好 3 场讲座，',
        '用好宁工惠 APP ，',
        '落实《三年行动方案》，',
      ],
      ...[
        '比例达到８５.5%(含)，',
        '时间为10月--12月底，',
        '**突出重点。**',
        '统筹推进,',
        '一要加强领导，',
        '二要强化保障，',
        '𠮷林🙂，',
        '做到"五个一"，',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => `${words.join('')}抓好落实。`)
const bodyLine = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom('（一）', '(二)', '（三）、', '1.', '2、', '(1)'), paragraph)
    .map(([mark, words]) => `${mark}加强领导。${words}`),
  fc.constantFrom(
    '一、总体要求',
    '二．工作安排',
    '## **三、保障措施**',
    '# 一、提高认识',
    '序号\t单位\n1\t城关',
    '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
  ),
  // Cut by the end of a page.
  paragraph.map((words) => `各级工会要结合本地实际，制定切实可行的工作方案，按照统一部署扎实有序地推\n\n进${words}`),
)
const documentSource = fc
  .tuple(
    maybe('000012', '机密*1年', '000012  机密★1年  特急'),
    maybe('云溪县总工会文件', '# 云溪县 总工会文件', '云溪县总工会\n云溪县教育局文件'),
    maybe('云工发[2026]第05号', '云工发〔2026〕5号    签发人：王  明', '云工发（2026）5号'),
    fc.constantFrom(
      '云溪县总工会关于开展读书 活动的通知',
      '云溪县总工会\n关于读书活动情况的报告',
      '## 关于商请支持的函',
    ),
    maybe('各乡镇总工会、开发区总工会，县直各单位：', '各乡镇、开发区总工会；县直单位:', '县教育局：'),
    fc
      .array(bodyLine, { minLength: 1, maxLength: 12 })
      .map((lines) => `现将有关事项通知如下，请认真落实。\n\n${lines.join('\n\n')}`),
    maybe('附件：读书活动方案', '附件：1、方案；\n2、名单。', '附件1：方案\n附件2：名单'),
    maybe(
      '云溪县总工会\n2026年03月08日',
      '云溪县总工会    二〇二六年三月八日',
      '云溪县总工会\n云溪县教育局\n2026年3月8日',
    ),
    maybe('（此件公开发布）', '联系人：王明，电话：123456'),
    maybe('附件 1:\n\n读书活动方案\n\n一、主题\n\n书香云溪。', '附件\n\n活动报名表\n\n单位\t人数\n城关\t3'),
    maybe('---\n\n抄送：市总工会、县委办，各县级领导', '抄报：市总工会。'),
    maybe('云溪县总工会办公室\n\n2026年3月9日印发', '云溪县总工会办公室    2026年3月9日印发'),
    maybe('共印 5 份', '（共印60份）'),
  )
  .map((parts) => parts.filter((part) => part !== undefined).join('\n\n'))

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
    fc.property(fc.oneof(text, documentSource), (source) => {
      expect(imbalance(source, recogniseDocument({ text: source }))).toEqual({})
    }),
    runs,
  )
})

test('a document written out as text and read again is the same document', () => {
  fc.assert(
    fc.property(documentSource, (source) => {
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
