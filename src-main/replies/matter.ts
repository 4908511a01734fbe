/** What a notice is about (事由) and whom its reply goes to (报送对象), told from its own words. Pure. */
import type { Notice, Requirement } from '../../src-shared/notices.ts'

type Titled = Pick<Notice, 'title' | 'issuer'>

/** 关于认真学习宣传贯彻…的通知 → 学习宣传贯彻…; a title that does not say so is quoted: 贯彻落实《…》. */
export function matterOf({ title }: Titled): string {
  const flat = title.replace(/\s+/gu, '')
  const matter = /关于(.+?)的(?:通知|意见|实施意见|方案|通报|函)$/u.exec(flat)?.[1]
  if (matter === undefined || /^(?:印发|转发|批转)/u.test(matter)) return `贯彻落实《${innerTitle(flat)}》`
  return (
    matter.replace(ours, '').replace(/^(?:切实|认真|深入|全面|扎实|进一步)*(?:做好|抓好|开展好|组织好)?/u, '') || matter
  )
}

/** 在全市工会系统…: the notice speaks of all below it, this office of itself. */
const ours = /^在?全(?:国|省|市|区|县|州|自治区)各?级?工会(?:系统|组织)?中?/u

/** The matter as work to be done: 做好…工作, 做好…活动. */
export function workOf(notice: Titled): string {
  const matter = matterOf(notice).replace(/^(?:组织)?开展/u, '')
  return /(?:工作|活动|行动)$/u.test(matter) ? matter : `${matter}工作`
}

/** What a plan is called: 党的二十大精神宣讲方案, no word twice; the office stands before 印发. */
export function planTitle(notice: Titled, role: string): string {
  const ending = new RegExp(`(?:${role.slice(0, 2)})?(?:工作|活动)?$`, 'u')
  return `${matterOf(notice)
    .replace(/^(?:组织)?开展/u, '')
    .replace(ending, '')}${role}`
}

/** 《…》; what is quoted inside a quoted title stands in 〈〉 (GB/T 15834). */
export function bookTitle(title: string): string {
  return `《${title.replace(/\s+/gu, '').replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** Of a forwarded text the text itself: 转发《甲》的通知 is about 甲. */
function innerTitle(title: string): string {
  return (/《(.+)》/u.exec(title)?.[1] ?? title).replace(/[《》]/gu, '')
}

/** 《…》（沪工总宣〔2022〕149号） */
export function citationOf({ title, number }: Pick<Notice, 'title' | 'number'>): string {
  return `${bookTitle(title)}${number === '' ? '' : `（${number}）`}`
}

/** Receivers by their full names, each once, in the order of the notice; empty when it names none. */
export function receiversOf(notice: Titled, requirements: readonly Requirement[]): string[] {
  const named = requirements.filter(({ state }) => state !== '不适用').flatMap(({ report }) => report?.to ?? [])
  return [...new Set(named.map((name) => fullName(name, notice.issuer)))]
}

/** 省总 and 市总工会 are the issuer; 宣教部 is the issuer's. */
function fullName(name: string, issuer: string): string {
  const union = issuer.replace(/(?:办公室|党组)$/u, '').replace(/^中共/u, '')
  if (union === '' || name.startsWith(union)) return name
  const short = /^(?:全国|省|市|自治区|区|县|州)?总(?:工会)?/u.exec(name)?.[0]
  if (short !== undefined) return `${union}${name.slice(short.length)}`
  return /工会|委|局|公司/u.test(name) ? name : `${union}${name}`
}

/** What the report is to hold, in order; what reports usually hold when the notice does not say. */
export function slotsOf(requirements: readonly Requirement[]): string[] {
  const asked = requirements.filter(({ state }) => state !== '不适用').flatMap(({ report }) => report?.slots ?? [])
  // A plan is sent by itself; it is no chapter of a report.
  const slots = [...new Set(asked)].filter((slot) => !/计划|方案$/u.test(slot))
  return slots.length > 0 ? slots : ['主要做法', '取得成效', '存在问题', '下一步打算']
}
