/** How a report is handed in (报送方式): copies, address, contact, forms to fill in, what follows when it is late. */
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'

export type Contact = {
  readonly mail: readonly string[]
  readonly persons: readonly string[]
  readonly phones: readonly string[]
}

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const person =
  /(?:联\s*系\s*人(?:及电话)?|联络员|收件人)[：:]?\s*([\u4e00-\u9fa5]{2,4}(?:[、，\s]+[\u4e00-\u9fa5]{2,4}(?![\u4e00-\u9fa5：:]))*)/gu
const phone = /(?<![\w@.])(?:0\d{2,3}[-—－])?1?\d{7,10}(?!\d|@|[\w.]*@)/gu

/** Contacts that a notice names anywhere: in the duty, in a line of its own, in the 附注. */
export function contactIn(text: string): Contact {
  const all = (pattern: RegExp, group = 0) => [
    ...new Set([...text.matchAll(pattern)].map((match) => match[group] ?? '')),
  ]
  return {
    mail: all(mail),
    persons: all(person, 1)
      .flatMap((names) => names.split(/[、，\s]+/u))
      .filter((name) => !/^(?:联系|电话|邮箱|地址)/u.test(name)),
    phones: /电话|手机|联系|传真/u.test(text) ? all(phone) : [],
  }
}

/** Words for the note of a report: `quote` its own words, `contact` those of the whole notice, `annexes` 附件 by number. */
export function reportDetails(
  quote: string,
  { contact, annexes }: { readonly contact: Contact; readonly annexes: ReadonlyMap<number, string> },
): string {
  const own = contactIn(quote)
  const { mail, persons, phones } = own.mail.length > 0 ? { ...contact, mail: own.mail } : contact
  const forms = annexNumbers(quote).flatMap((number) => {
    const name = annexes.get(number)
    return name ? [`附件${number}《${name.replace(/[《》]/gu, '')}》`] : []
  })
  const copies = [...new Set(quote.match(/一式[\d一二两三四五六七八]份|纸质版|加盖公章|电子版/gu) ?? [])]
  const late = /逾期[^，。；]{0,20}/u.exec(quote)?.[0]
  return [
    line('填报', forms),
    line('形式', copies),
    line('邮箱', mail),
    line('联系人', persons),
    line('电话', phones),
    late ?? '',
  ]
    .filter(Boolean)
    .join('；')
}

/** Names of the 附件 by their numbers; one without a number is the first. */
export function annexNames({ annexNotes = [], annexes = [] }: RecognisedDocument): ReadonlyMap<number, string> {
  const listed = annexNotes.map(({ number = 1, name }): [number, string] => [number, name])
  const titled = annexes.flatMap(({ number = 1, title }): [number, string][] => (title ? [[number, title]] : []))
  return new Map([...titled, ...listed])
}

/** 附件2、附件3, 附件1-3 and 附件1、2 */
function annexNumbers(quote: string): number[] {
  const numbers = [...quote.matchAll(/附[件表]\s*(\d{1,2}(?:\s*[-—－、至和]\s*(?:附[件表])?\d{1,2})*)/gu)].flatMap(
    ([, list = '']) => {
      const ends = [...list.matchAll(/\d+/gu)].map(([digits]) => Number(digits))
      const [from = 0, to = from] = ends
      return /[-—－至]/u.test(list) && to > from && to - from < 20
        ? Array.from({ length: to - from + 1 }, (_, index) => from + index)
        : ends
    },
  )
  return [...new Set(numbers)]
}

function line(label: string, values: readonly string[]): string {
  return values.length > 0 ? `${label}：${values.join('、')}` : ''
}
