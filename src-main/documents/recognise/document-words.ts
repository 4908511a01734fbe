/** Words and shapes by which the parts of an official document are told apart (公文用语): patterns, no procedure. */

/** A Han character or one of the marks used only beside them. */
export const han = '\\p{Script=Han}'
const numerals = '[一二三四五六七八九十百]'

/** Ends of names of bodies; longer ones first, for the head noun of a list is the longest. */
export const bodyNouns = [
  ...['总工会', '联合工会', '产业工会', '工会委员会', '人民政府', '委员会', '办公室', '办公厅', '领导小组', '指挥部'],
  ...['联合会', '基金会', '检察院', '研究院', '工会', '党委', '党组', '妇联', '团委', '协会', '学会', '公司', '集团'],
  ...['中心', '法院', '学院', '学校', '医院', '银行', '部门', '单位', '街道', '支部', '政府', '党校', '机关'],
  ...['局', '厅', '部', '处', '科', '室', '院', '校', '所', '站', '委', '办', '社', '馆', '组', '镇', '乡'],
] as const
const bodyEnd = `(?:${bodyNouns.join('|')})`
const bodyNameForm = new RegExp(`^[${han}（）·A-Za-z0-9]{2,30}?${bodyEnd}(?:（[^（）]{1,12}）)?$`, 'u')

/** Name of a body (机关名称): short, without marks, ending in such a noun. */
export function isBodyName(text: string): boolean {
  return bodyNameForm.test(text) && text.length <= 30 && !/^(?:附件|抄送|主送)/.test(text)
}

export const bodyNounAtEnd = new RegExp(`${bodyEnd}(?:（[^（）]{1,12}）)?$`, 'u')
export const postAtEnd = /(?:主席|书记|成员|巡视员|调研员|主任|局长|部长|处长|科长|组长|委员|常委|同志|领导|负责人)$/

/** 文种 at the end of a title; a note such as （试行） may follow. */
const titleKinds = [
  ...['通知', '报告', '请示', '复函', '函', '纪要', '通报', '批复', '意见', '决定', '方案', '办法', '细则', '规定'],
  ...['公告', '通告', '公报', '决议', '议案', '命令', '总结', '要点', '计划', '安排', '规划'],
] as const
export const titleEnd = new RegExp(`(${titleKinds.join('|')})(?:（[^（）]{1,20}）)?$`, 'u')

/** Ends of annex titles: tables and lists besides the kinds of documents. */
export const annexTitleEnd = new RegExp(
  `(?:${titleKinds.join('|')}|表|名单|清单|目录|制度|说明|流程|指南|样式|标准|台账|名额|分工|材料|守则)(?:（[^（）]{1,20}）)?$`,
  'u',
)

export type HeadingShape = {
  readonly level: 1 | 2 | 3 | 4
  readonly pattern: RegExp
  readonly unified: (n: string) => string
}

/** Numbers before headings as they occur, and how they are written (7.3.3). A figure such as 1.5 is none. */
const headingShapes: readonly HeadingShape[] = [
  {
    level: 2,
    pattern: new RegExp(`^[（(]\\s*(${numerals}{1,3})\\s*[）)]\\s*[、.．,，:：]?\\s*`, 'u'),
    unified: (n) => `（${n}）`,
  },
  { level: 1, pattern: new RegExp(`^(${numerals}{1,3})\\s*[、．.]\\s*`, 'u'), unified: (n) => `${n}、` },
  { level: 4, pattern: /^[（(]\s*(\d{1,2})\s*[）)]\s*[、.．]?\s*/u, unified: (n) => `（${Number(n)}）` },
  { level: 3, pattern: /^(\d{1,2})\s*(?:[.．](?!\d)|、)\s*/u, unified: (n) => `${Number(n)}.` },
]

export type HeadingNumber = { readonly level: 1 | 2 | 3 | 4; readonly printed: string; readonly number: string }

/** The number before a heading: as printed and unified. */
export function headingNumberOf(text: string): HeadingNumber | undefined {
  for (const { level, pattern, unified } of headingShapes) {
    const match = pattern.exec(text)
    if (match && match[0].length < text.length) return { level, printed: match[0], number: unified(match[1] ?? '') }
  }
  return undefined
}

export const sentenceEnd = /[。！？；：…][”’」』）》】]*$/u

/** 出席 and the like of minutes. */
export const attendanceForm =
  /^(出席人员|列席人员|请假人员|参会人员|参加人员|缺席人员|出席|请假|列席|参加|缺席)：\s*(.*)$/su

/** 一要 … 二要 …, 一是 … 二是 … within a paragraph. */
export const inlineItemForm = /(?<=^|[。；，：:“])([一二三四五六七八九十])(要|是)/gu
