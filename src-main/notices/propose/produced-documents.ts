/** Documents to be written (应形成的材料): 学习计划, 宣讲方案, 学习贯彻意见 … */

const ends = '(?:计划|方案|意见|清单|台账|细则|任务书|路线图|时间表)'
const named = new RegExp(
  `(?:制定|制订|拟定|拟订|编制|出台|形成|提出|印发|纳入|研究制定|建立|细化|制发)(?:出)?([^，。；《》]{0,30}?${ends}(?:[、和][^，。；《》、]{0,12}?${ends})*)(?!和建议|建议|化)`,
  'gu',
)
const anyDocument = new RegExp(ends, 'u')
const plain = /^(?:切实可行|科学合理|具体|详细|系统|本地区?|本单位|各自|相应|年度|切实|详实|专门|可操作)+(?:的)?/u

/** Names of documents that a clause has written, each once, without 具体 and the like. */
export function documentsIn(text: string): string[] {
  if (!anyDocument.test(text)) return []
  const names = [...text.matchAll(named)]
    .flatMap((match) => (match[1] ?? '').split(/、|(?<=计划|方案|意见|清单|台账)和/u))
    .map((name) =>
      (name.split('的').at(-1) ?? '')
        .replace(plain, '')
        .replace(/^[□“”]+/u, '')
        .trim(),
    )
    .filter((name) => new RegExp(`${ends}$`, 'u').test(name) && name.length <= 20)
  if (/清单化/u.test(text)) names.push('清单')
  return [...new Set(names)]
}
