/** What a duty asks for that is no least number (比例、上限、名额): kept in words for the clerk. */

const share = /\d[%％]|百分之[一二三四五六七八九十百\d]/u
const atMost =
  /(?:不超过|不多于|至多|最多|限报|限推荐|限推|可申报|可推荐|控制在)[^，。；、（）]{0,6}?[\d一二两三四五六七八九十]|[\d一二两三四五六七八九十]\s*[\u4e00-\u9fa5]{1,2}以内/u

/** 每个支部每月一次: a minimum counts by one of the two, the other stands in words. */
const eachInPeriod = /每[个家名][^，。；、每]{1,8}(?=每个?(?:月|季度|周|年|半年))/u

/** 比例：职工知晓率达到90%以上；名额或上限：每单位限报2件; '' when the words name neither. */
export function limitsIn(words: string): string {
  const clauses = words.split(/[，。；：\n]/u).map((clause) => clause.trim())
  const shares = clauses.filter((clause) => share.test(clause))
  const limits = clauses.filter((clause) => !share.test(clause) && atMost.test(clause))
  const each = eachInPeriod.exec(words)?.[0]
  return [
    each ? `${each}分别计` : '',
    shares.length > 0 ? `比例：${shares.join('、')}` : '',
    limits.length > 0 ? `名额或上限：${limits.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('；')
}
