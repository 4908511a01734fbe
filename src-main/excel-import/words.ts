/** Words of a vocabulary (词表) as clerks shorten them: 中心组学习, 班前会, 劳模. */
import type { Read } from './cell-values.ts'

/** What is said in practice → the word of the vocabulary. */
const sayings: Readonly<Record<string, string>> = {
  中心组学习: '理论学习中心组集体学习',
  中心组: '理论学习中心组集体学习',
  党组理论学习中心组学习: '理论学习中心组集体学习',
  中心组集体学习: '理论学习中心组集体学习',
  理论中心组学习: '理论学习中心组集体学习',
  专题研讨: '专题交流研讨',
  交流研讨: '专题交流研讨',
  主题党日活动: '主题党日',
  党支部学习: '支部学习',
  支部集中学习: '支部学习',
  三会一课: '支部学习',
  青年学习小组: '青年理论学习小组',
  专题辅导: '辅导报告',
  学习班: '培训班',
  网络课程: '线上课程',
  微课: '线上课程',
  自学: '个人自学',
  现场: '线下',
  网上: '网上宣讲',
  线上宣讲: '网上宣讲',
  领导宣讲: '领导干部宣讲',
  领导: '领导干部宣讲',
  班前会: '车间班前会',
  小结会: '每周小结会',
  周小结会: '每周小结会',
  座谈会: '座谈互动',
  座谈: '座谈互动',
  工业园区: '园区（开发区）',
  园区: '园区（开发区）',
  开发区: '园区（开发区）',
  社区: '街道社区',
  街道: '街道社区',
  工地: '项目工地',
  机关: '机关事业单位',
  事业单位: '机关事业单位',
  职工书屋: '工会阵地',
  职工之家: '工会阵地',
  文化宫: '工会阵地',
  劳模: '劳模工匠',
  工匠: '劳模工匠',
  工会干部职工: '工会干部',
  职工: '一线职工',
  快递员: '新就业形态劳动者',
  货车司机: '新就业形态劳动者',
  全脱产: '脱产',
  不脱产: '兼职',
  已完成: '已办结',
  办结: '已办结',
  已解决: '已办结',
  正在办理: '办理中',
  未办: '待办',
  报道: '新闻报道',
  新闻: '新闻报道',
  视频: '短视频',
  企业: '企业工会',
  乡镇街道工会: '乡镇（街道）总工会',
  乡镇工会: '乡镇（街道）总工会',
  街道工会: '乡镇（街道）总工会',
  园区工会: '园区（开发区）工会',
  社区工会: '村（社区）工会',
  村工会: '村（社区）工会',
  读本: '辅导读本',
  书屋: '职工书屋',
  驿站: '爱心驿站',
  机关工会委员会: '机关工会',
}

/** One word, exactly, by what is said in practice, or as the only one that holds what was typed. */
export function readWord(text: string, known: readonly string[]): Read<string> {
  const typed = plain(text)
  const exact = known.find((word) => plain(word) === typed)
  if (exact !== undefined) return { value: exact }
  const said = sayings[typed]
  const holding = typed.length >= 2 ? known.filter((word) => plain(word).includes(typed)) : []
  const meant = said !== undefined && known.includes(said) ? said : holding.length === 1 ? holding[0] : undefined
  if (meant !== undefined) return { value: meant, remark: { code: 'READ_AS', message: `“${text}”按“${meant}”读入` } }
  return { wrong: 'WORD_UNKNOWN', message: `“${text}”不在可选范围内，应为${known.join('、')}之一` }
}

/** Parts of a cell with several things; a known word may itself hold a separator (工会委员、技能标兵). */
export function partsOf(text: string, known: readonly string[]): string[] {
  const parts = text.split(/[\n;；]+/u).flatMap((part) => splitUnknown(part.trim(), known))
  return parts.filter((part) => part !== '')
}

function splitUnknown(part: string, known: readonly string[]): string[] {
  if (known.includes(part)) return [part]
  const inside = known.filter((word) => /[、，,/]/u.test(word) && part.includes(word))
  const [word] = inside
  if (word === undefined) return part.split(/[、，,/]+|\s{2,}/u).map((one) => one.trim())
  const [before = '', ...after] = part.split(word)
  return [...splitUnknown(before, known), word, ...splitUnknown(after.join(word), known)]
}

/** Several words, each once. */
export function readWords(text: string, known: readonly string[]): Read<string[]> {
  const values: string[] = []
  const remarks: string[] = []
  for (const part of partsOf(text, known)) {
    const word = readWord(part, known)
    if ('wrong' in word) return word
    if (word.remark) remarks.push(word.remark.message)
    if (!values.includes(word.value)) values.push(word.value)
  }
  const [message] = remarks
  return message === undefined
    ? { value: values }
    : { value: values, remark: { code: 'READ_AS', message: remarks.join('，') } }
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s()、,·]/gu, '')
}
