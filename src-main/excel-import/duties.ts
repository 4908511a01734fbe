/** What a study group must hold (应开展的学习) in a cell: 「主题党日 1次/月；支部学习 每季度一次」. */
import type { RegisterFields } from '../../src-shared/registers.ts'
import { studyTypes } from '../../src-shared/vocabulary.ts'
import type { Read } from './cell-values.ts'
import { readWord } from './words.ts'

type Duty = RegisterFields['studyGroup']['duties'][number]

const period = /[/每]个?(半年|季度?|月|年)度?/u
const times = /(\d{1,3}|[一二两三四五六七八九十])次/u
const digits = '一二三四五六七八九十'
/** What stands between the words that matter. */
const fillers = /不少于|至少|不低于|开展|召开|举行|组织|各|[:：\s、（）()]/gu

export function readDuties(text: string): Read<Duty[]> {
  const duties: Duty[] = []
  for (const part of text.split(/[；;\n，,。]+/u).filter((one) => one.trim() !== '')) {
    const plain = part.normalize('NFKC').replace(/^\s*\d{1,2}[、.](?!\d)\s*/u, '')
    const [whole = '', per] = period.exec(plain) ?? []
    const [counted = '', number] = times.exec(plain) ?? []
    if (per === undefined)
      return {
        wrong: 'FIELD_INVALID',
        message: `“${part.trim()}”没有写明每月、季度、半年还是年，请写成“主题党日 1次/月”`,
      }
    const type = readWord(plain.replace(whole, '').replace(counted, '').replaceAll(fillers, ''), studyTypes)
    if ('wrong' in type) return type
    duties.push({
      type: type.value as Duty['type'],
      times: number === undefined ? 1 : timesOf(number),
      per: (per === '季' ? '季度' : per) as Duty['per'],
    })
  }
  return { value: duties }
}

export function writeDuties(duties: readonly Duty[]): string {
  return duties.map(({ type, times: count, per }) => `${type} ${count}次/${per}`).join('；')
}

function timesOf(number: string): number {
  if (number === '两') return 2
  const digit = digits.indexOf(number)
  return digit < 0 ? Number(number) : digit + 1
}
