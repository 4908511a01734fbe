/** One document of every kind and form by hand (各文种样例); what they say is made up. */
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { heading, longText, report, text } from './sample-document.ts'

const body = (close: string): OfficialDocument['blocks'] => [
  text('为做好有关工作，现将事项说明如下。'),
  heading(1, '总体安排'),
  text(longText),
  heading(1, '有关要求'),
  heading(2, '抓好落实'),
  text(longText),
  text(close),
]
const plain = { signers: [], annexes: [] } as const satisfies Partial<OfficialDocument>
const of = (fields: Partial<OfficialDocument>): OfficialDocument =>
  report({ ...plain, ...fields } as Partial<OfficialDocument>)

export const notice = (fields: Partial<OfficialDocument> = {}): OfficialDocument =>
  of({
    kind: '通知',
    title: '云山县总工会关于做好冬季送温暖和职工疗休养工作的通知',
    recipients: [{ names: ['各乡镇', '街道总工会'] }, { names: ['县直各基层工会'] }],
    blocks: body('特此通知。'),
    note: '此件公开发布',
    ...fields,
  })

export const letter = (fields: Partial<OfficialDocument> = {}): OfficialDocument =>
  of({
    kind: '函',
    mark: '云山县总工会',
    number: '云工函〔2026〕8号',
    title: '云山县总工会关于商请协助开展宣讲活动的函',
    recipients: ['云山县教育局'],
    blocks: body('请予支持，并函复。'),
    printer: '',
    printedOn: '',
    copyTo: ['云山县文化馆'],
    ...fields,
  })

export const minutes = (fields: Partial<OfficialDocument> = {}): OfficialDocument =>
  of({
    kind: '纪要',
    mark: '云山县总工会主席办公会议纪要',
    number: '第12号',
    title: '研究冬季送温暖工作',
    recipients: [],
    blocks: body('会议要求，各单位按时完成。'),
    attendance: [
      {
        label: '出席',
        names: '马建国　李红梅　王　芳　赵　铁　陈志远　刘文静　孙立新　周晓东　吴海波　郑学民　冯丽　蒋卫国',
      },
      { label: '请假', names: '何　平' },
      { label: '列席', names: '张建军　韩　雪' },
    ],
    ...fields,
  })

export const joint = (fields: Partial<OfficialDocument> = {}): OfficialDocument =>
  notice({
    mark: '云山县总工会\n云山县人力资源和社会保障局\n云山县教育局文件',
    title: '云山县总工会 云山县人力资源和社会保障局 云山县教育局关于联合开展劳动竞赛的通知',
    jointIssuers: ['云山县人社局', '云山县教育局'],
    note: '',
    ...fields,
  })

const table = {
  kind: 'table' as const,
  caption: '活动安排表',
  rows: [
    ['序号', '时间', '地点', '内容', '负责人'],
    ...Array.from({ length: 5 }, (_, index) => [
      String(index + 1),
      `12月${index + 1}日`,
      '县职工之家',
      '集中学习和宣讲',
      '李红梅',
    ]),
  ],
}
const wideTable = {
  kind: 'table' as const,
  rows: [
    Array.from({ length: 16 }, (_, index) => `第${index + 1}项指标数`),
    ...Array.from({ length: 4 }, () => Array.from({ length: 16 }, (_, index) => `数据${index * 1111}`)),
  ],
}

/** Every form that is rendered, by a short name. */
export const samples: Readonly<Record<string, OfficialDocument>> = {
  notice: notice(),
  classified: report({ copyNumber: '000012', secrecy: { level: '机密', term: '1年' }, urgency: '特急', annexes: [] }),
  request: of({
    kind: '请示',
    signers: ['马建国'],
    title: '云山县总工会关于增加送温暖资金的请示',
    blocks: body('妥否，请批示。'),
    note: '联系人：李红梅，电话：0000-1234567',
  }),
  circular: of({
    kind: '通报',
    title: '云山县总工会关于表扬先进集体的通报',
    blocks: body('特此通报。'),
    hasSeal: false,
  }),
  reply: of({
    kind: '批复',
    title: '云山县总工会关于同意成立某某公司工会委员会的批复',
    recipients: ['云山县工业园区工会联合会'],
    blocks: body('此复。'),
  }),
  opinion: of({
    kind: '意见',
    title: '云山县总工会关于加强基层工会建设的意见',
    recipients: [],
    blocks: [
      {
        kind: 'heading',
        level: 2,
        text: '提高认识。',
        runIn: [{ text: longText }, { text: '务必落实。', isBold: true }],
      },
      { kind: 'heading', level: 1, text: '工作任务' },
      { kind: 'heading', level: 3, text: '建好阵地。', runIn: [{ text: longText }] },
      text('表格如下。'),
      table,
      text('以上意见请遵照执行。'),
    ],
  }),
  letter: letter(),
  'letter-classified': letter({
    copyNumber: '000003',
    secrecy: { level: '秘密', term: '6个月' },
    urgency: '加急',
    blocks: [...body('请函复。'), ...Array.from({ length: 8 }, () => text(longText))],
  }),
  'letter-long-mark': letter({ mark: '固川市云山县经济技术开发区总工会' }),
  minutes: minutes(),
  joint: joint(),
  'joint-unsealed': joint({ hasSeal: false }),
  'joint-report': report({
    mark: '云山县总工会\n云山县教育局文件',
    signers: ['马建国', '陈志远'],
    jointIssuers: ['云山县教育局'],
    annexes: [],
  }),
  'joint-five': joint({
    mark: '云山县总工会\n云山县人力资源和社会保障局\n云山县教育局\n云山县财政局\n共青团云山县委员会文件',
    jointIssuers: ['云山县人社局', '云山县教育局', '云山县财政局', '共青团云山县委'],
  }),
  stamp: notice({ signatureStamp: { post: '主　席' }, note: '' }),
  'many-recipients': notice({
    recipients: Array.from({ length: 30 }, (_, index) => `云山县第${index + 1}乡镇街道工业园区总工会`),
    copies: 120,
  }),
  'text-annex': notice({
    annexes: [
      {
        title: '云山县总工会职工疗休养管理办法（试行）',
        blocks: [heading(1, '总则'), text(longText), heading(1, '组织'), text(longText), table],
      },
      { title: '报名表', blocks: [text('请如实填写。'), table], isLandscape: true },
      { title: '指标一览表', blocks: [wideTable] },
    ],
  }),
  'wide-table': notice({ blocks: [...body('特此通知。').slice(0, 3), wideTable, text('特此通知。')] }),
  'twenty-annexes': notice({
    annexes: Array.from({ length: 20 }, (_, index) => ({
      title: `第${index + 1}个附件的名称`,
      blocks: [text('正文。')],
    })),
  }),
  'long-title': notice({
    title:
      '云山县总工会关于认真学习宣传贯彻上级会议精神深入开展职工思想政治引领主题宣讲蹲点调研送温暖送文化送健康系列活动并做好年终总结表彰工作的通知',
  }),
  odd: notice({
    title: '云山县总工会关于表扬𠮷田𡈼等同志的通知',
    blocks: [text('表扬𠮷田同志。'), text('向大家点赞👍🏽，他在👨‍👩‍👧‍👦家庭日活动中表现突出。'), ...body('特此通知。')],
  }),
}
