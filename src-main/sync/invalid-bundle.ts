/** What is wrong with a bundle file (上报包无效), in one sentence that says what to do. */
import { Problem } from '../../src-shared/problems.ts'

export function invalid(sentence: string): Problem {
  return new Problem('BUNDLE_INVALID', sentence)
}

/**
 * Cut off before or within `part`.
 * @param what 上报包, 回执 …, with its volume where there are several
 */
export function incomplete(part: string, what = '上报包'): Problem {
  return invalid(`${what}不完整，${part}部分缺失，请重新拷贝，仍不行请报送单位重新导出。`)
}

/** Something in `part` is not what was written. */
export function damaged(part: string, what = '上报包'): Problem {
  return invalid(`${what}已损坏，${part}部分与导出时不一致，请重新拷贝，仍不行请报送单位重新导出。`)
}

/** Whole, but not signed by whom it names. */
export function forged(what = '上报包'): Problem {
  return invalid(`${what}的签名不符，内容可能被改动，不能采用，请报送单位重新导出。`)
}

/** Of a later version than this program reads. */
export function newer(version: string, what = '上报包'): Problem {
  return invalid(`这份${what}是第${version}版格式，由更新版本的学宣台账导出，本程序读不了，请先升级程序再接收。`)
}
