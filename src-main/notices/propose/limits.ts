/** What a duty asks for that is no least number (比例、上限、名额): kept in words for the clerk. */

const share =
  /[^，。；、（）]{0,16}(?:达到|达|不低于|不少于|超过|不超过|控制在|占比?|以上)?[^，。；、（）]{0,4}(?:\d+(?:\.\d+)?[%％]|百分之[一二三四五六七八九十百\d]+)(?:以上|以内|以下|左右)?/gu
const atMost =
  /[^，。；、（）]{0,12}(?:不超过|不多于|至多|最多|限报|限推荐|限推|可申报|可推荐|控制在)[^，。；、（）]{0,6}?[\d一二两三四五六七八九十]+\s*[\u4e00-\u9fa5]{1,4}(?:以内|以下)?/gu

/** 比例：职工知晓率达到90%以上；上限：每单位限报2件; '' when the words name neither. */
export function limitsIn(words: string): string {
  const shares = [...words.matchAll(share)].map(([text]) => text.trim())
  const limits = [...words.matchAll(atMost)].map(([text]) => text.trim()).filter((text) => !/[%％]/u.test(text))
  return [
    shares.length > 0 ? `比例：${shares.join('、')}` : '',
    limits.length > 0 ? `名额或上限：${limits.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('；')
}
