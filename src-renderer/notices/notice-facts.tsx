/** The particulars of a notice (来文要素) as a list; what the text does not state says so. */
import type { NoticeFields } from '../../src-shared/notices.ts'

export function NoticeFacts({ notice }: { readonly notice: NoticeFields }) {
  const { issuer, number, title, recipients, date, copyTo, printer, printedOn, copies } = notice
  const facts: readonly (readonly [string, string])[] = [
    ['标题', title],
    ['来文机关', issuer],
    ['文号', number],
    ['成文日期', date ?? ''],
    ['主送', recipients.join('、')],
    ['抄送', copyTo.join('、')],
    ['印发', [printer, printedOn ?? '', copies === null ? '' : `${copies}份`].filter(Boolean).join('，')],
  ]
  return (
    <dl className="notice-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || <span className="not-stated">原文未见</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
