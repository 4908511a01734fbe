/** What is wrong with a bundle file (上报包无效), in one sentence that says what to do. */
import { Problem } from '../../src-shared/problems.ts'

export function invalid(sentence: string): Problem {
  return new Problem('BUNDLE_INVALID', sentence)
}

/** Cut off before or within `part`. */
export function incomplete(part: string): Problem {
  return invalid(`上报包不完整，${part}部分缺失，请重新拷贝，仍不行请报送单位重新导出。`)
}

/** Something in `part` is not what was written. */
export function damaged(part: string): Problem {
  return invalid(`上报包已损坏，${part}部分与导出时不一致，请重新拷贝，仍不行请报送单位重新导出。`)
}
