/** Duties to report (报送要求): to whom, what in which order, and until when. */
import type { ReportDuty } from '../../../src-shared/notices.ts'
import { dueIn } from './windows.ts'

const verb =
  '(?:书面)?(?:报告|上报|报送|呈报|填报|报备|反馈|函告|提交|发送|传真|发|报|送|上交|(?:交|寄|传)(?=至|到|送))'
const receiverEnd =
  '(?:总工会|工会|我会|我办|我部|省总|市总|区总|县总|全总|办公室|办公厅|领导小组(?:办公室)?|委员会|机关党委|党委|党组|[\\u4e00-\\u9fa5]{1,8}部门?|[\\u4e00-\\u9fa5]{1,6}[科处局]|[\\u4e00-\\u9fa5]{2,6}中心|[\\u4e00-\\u9fa5]{1,8}研究室|[\\u4e00-\\u9fa5]{1,8}宣传部)'
const receiver = `(?:市|县|区|省|州|全)?[\\u4e00-\\u9fa5（）()]{0,14}?${receiverEnd}(?:[\\u4e00-\\u9fa5]{0,8}(?:部|科|处|室|办公室|办|机关党委|党委))?`
const toReceiver = new RegExp(
  `${verb}(?:至|给|到|送|往)?(${receiver}(?:[、和](?:[\\u4e00-\\u9fa5]{1,14}(?:部|科|处|室|会|办|委|局|组)))*)(?=[，。；、（()）]|备案|汇总|邮箱|\\d|审核|审定|审批|审查|备查|$)`,
  'u',
)
/** 报送以下材料至… */
const objectThenReceiver = new RegExp(
  `(?:报送|上报|报|提交|反馈)(?!至|给|到)[^，。；：]{1,30}?(?:至|到|给)(${receiver})(?=[，。；：、（]|$)`,
  'u',
)
const beforeVerb = new RegExp(`向(${receiver}(?:[、和]${receiver})*)(?:书面)?(?:报告|上报|报送|提交|反馈)`, 'u')
/** 报 and 送 alone are part of many words; these forms are duties to report even if nobody is named. */
const plain =
  /每[^，。；]{1,6}报送?[一1]次|(?:及时|按时|如实|定期|书面|于[^，。；]{1,14}[前末底]|前|请|随时|月报|统一)[^，。；]{0,12}?(?:报送|上报|报告|反馈|汇总报)|(?:报送|上报|填报)(?=[\u4e00-\u9fa5“])|(?:情况|总结|材料)[^，。；]{0,14}(?:报送|上报)|(?:将|把)[^，。；]{1,40}(?:报送|上报|填报)$|(?:电子版|电子稿|电子文[件档]|纸质[版稿件])[^，。；]{0,16}(?:发|报|交|传|寄)(?=[至到送给往]|邮箱)|填写(?:好)?[^，。；]{0,30}表(?=$|[》（，。])|(?:整理|汇总|审核|收集)后?(?:上报|报送)/u
const noDuty =
  /(?:调研|调查|研究|专题|述职|评估)报告(?!情况)|通报|报送情况|辅导报告|报告会|报告团|报告厅|的报告(?!给)|工作报告|大报告|报告文学|专题报告(?!情况)|先进事迹报告|送温暖|送清凉|送教|送学|推送|赠送|输送|播报|发布|发放|发挥|发展|发动|开发|发言|填报(?:单位|说明|软件|系统|平台|人)|(?:报送|上报)(?:要求|方式|方法|时间|单位|渠道|范围|程序|名额|人)|发现|印发|转发|核发|颁发|配发|报名|报刊|(?:申|年|简|月(?=报表))报(?!至|到|送|给)|(?<![上填])报表|报道|汇报演/gu

/** Whether a clause asks for a report. */
export function asksForReport(clause: string): boolean {
  if (!/[报送发]|反馈|提交|传真|[交寄传][至到送]|上交|填写/u.test(clause)) return false
  const text = masked(clause)
  return toReceiver.test(text) || objectThenReceiver.test(text) || beforeVerb.test(text) || plain.test(text)
}

/** The report that a clause asks for, `before` it the clauses that lead to it, `whole` all of its duty; `rhythm` is a repeated date that is no single day. */
export function reportDutyIn(
  clause: string,
  {
    notice,
    actors,
    sentence,
    before = '',
    whole = clause,
  }: { notice: string; actors: readonly string[]; sentence: string; before?: string; whole?: string },
): { report: ReportDuty; rhythm: string } {
  const stated = contentsIn(clause) ?? contentsIn(whole) ?? contentsIn(sentence)
  const slots = stated ?? slotsOf(clause, actors)
  const receivers = receiversOf(clause)
  const { due, rhythm } = dueIn(clause, notice)
  const wider = due === '' && rhythm === '' ? dueIn(sentence, notice) : { due, rhythm }
  return {
    report: {
      to: receivers.length > 0 ? receivers : receiversOf(whole),
      slots: slots.length > 0 ? slots : slotsOf(before + clause, actors),
      due: wider.due,
    },
    rhythm: wider.rhythm,
  }
}

/** 内容包括推进落实情况、好的经验做法: said in so many words, it goes before what the verb takes. */
function contentsIn(text: string): string[] | undefined {
  const words = /(?:内容|报告|总结|材料)(?:主要|应当?|要|须)*(?:包括|包含|涵盖)[：:]?([^。；]+)/u.exec(text)?.[1]
  const slots = words
    ?.split(/、|，|以及|及其|及|和|与/u)
    .map(slotWords)
    .filter((slot) => slot.length >= 2 && slot.length <= 30)
  return slots && slots.length > 0 ? slots : undefined
}

function masked(text: string): string {
  return text.replace(noDuty, (word) => '□'.repeat(word.length))
}

/** 上海市总工会办公室、宣教部 are two: what the second leaves out is the first's own body. */
function receiversOf(clause: string): string[] {
  const text = masked(clause)
  const match = objectThenReceiver.exec(text) ?? toReceiver.exec(text) ?? beforeVerb.exec(text)
  if (!match?.[1]) return []
  const names = match[1]
    .split(/[、和]/u)
    .map((name) => name.replace(/(?<=[会部室处科])[\u4e00-\u9fa5]{2,3}同志处?$/u, ''))
    .filter(Boolean)
  const body = /^(.*?(?:总工会|工会))(?=.)/u.exec(names[0] ?? '')?.[1]
  return names.map((name, index) => (index > 0 && body && !/工会|党委|总$/u.test(name) ? body + name : name))
}

const objectBefore = new RegExp(
  `(?:将|把)(?!于)(.+?)(?:及时|按时|书面|统一|一并|于[^，。；]*?前|以[^，。；]{1,10}形式|汇总后?|经[^，。；]{1,12}后)*${verb}(?!道|刊)`,
  'du',
)
const objectAfter = new RegExp(
  `(?:及时|前|末|按时|定期|请)?(?:报送|上报|填报|反馈|提交|书面报告|报)(?:至|给|到)?(.+?)(?:(?:至|到|给)${receiver})?[。；，：]?$`,
  'du',
)
const topicFirst = new RegExp(
  `^(.+?)(?:请|应|要|须)?(?:(?:(?:于[^，。；]{0,4})?\\d[^，。；]{0,12}前|提前[^，。；]{1,5}|及时|按时|书面|请|务必|统一)+|(?<=情况|总结|计划|方案|名单|表|材料))${verb}`,
  'du',
)

/** What the report is to hold, in its order; the matter as a whole (…精神情况) is no slot. */
export function slotsOf(clause: string, actors: readonly string[]): string[] {
  const text = clause.replace(/[（(][^）)]*[）)]/gu, '')
  const named = groupOf(objectBefore, text)
  const object = named ?? afterVerb(text) ?? groupOf(topicFirst, text)
  if (!object) return []
  const own = actors.reduce((rest, actor) => rest.replace(actor, ''), object)
  return own
    .split(/、|，|以及|及其|及|和|与/u)
    .map(slotWords)
    .filter(
      (slot) => slot.length >= 2 && slot.length <= 30 && (isSlot(slot) || (named !== undefined && !isMatter(slot))),
    )
}

/** 7月15日前将方案、9月25日前将总结报… is as many reports as it names days; `end` is where each ends in the clause. */
export function reportsApart(clause: string, notice: string): { due: string; slots: string[]; end: number }[] {
  const starts = [...clause.matchAll(/(?:于)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)?前将/gu)].map(({ index }) => index)
  if (starts.length < 2) return []
  return starts.map((from, index) => {
    const end = starts[index + 1] ?? clause.length
    const piece = clause.slice(from, end).replace(/[、，]$/u, '')
    const slots = slotsOf(index + 1 < starts.length ? `${piece}报` : piece, [])
    return { due: dueIn(piece, notice).due, slots, end: from + piece.length }
  })
}

/** The first group as it stands in the text, found where words such as 报名 are no verb. */
function groupOf(pattern: RegExp, text: string): string | undefined {
  const [from, to] = pattern.exec(masked(text))?.indices?.[1] ?? []
  return from === undefined ? undefined : text.slice(from, to)
}

function afterVerb(text: string): string | undefined {
  const object = groupOf(objectAfter, text)
  return object && !new RegExp(`^${receiver}$`, 'u').test(object) && isSlot(slotWords(object.split('、')[0] ?? ''))
    ? object
    : undefined
}

function slotWords(text: string): string {
  return text
    .replace(
      /^(?:请|并|同时|还|要(?!求|点)|应|须|将|把|各自|各地|各单位|各级|本地区?|本单位|有关|相关|于?[^，。；]{0,10}前|活动结束后|每[月季][^，。；]{0,6}[前末])/gu,
      '',
    )
    .replace(/^(?:请|并|将|把|学习教育(?=进)|[一二1-9][次份篇])/u, '')
    .replace(/^填好的|(?:一式)?[\d一二两三四五六]份$/gu, '')
    .replace(/(?:等材料|等情况|等|请|材料)$/u, (end) => (end === '材料' ? end : ''))
    .trim()
}

const isMatter = (slot: string) => /精神(?:的)?(?:情况)?$|^(?:学习|宣传|贯彻|落实|宣讲)+(?:的)?情况$/u.test(slot)

function isSlot(slot: string): boolean {
  if (isMatter(slot) || /^[如以]下/u.test(slot)) return false
  return /情况|做法|经验|典型|反响|总结|计划|方案|名单|联系人|数据|统计表|报表|图片|材料|事例|场次|人数|人次|信息|作品|问题|进展|进度|成效|建议|打算|台账|清单|案例|成果|亮点|举措|回执|小结|报告|新闻稿|照片|表$|感想|电子版|资料|影像/u.test(
    slot,
  )
}
