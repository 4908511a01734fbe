/** What an office still lacks and what there is to know of its report (缺什么), red first. */
import type { OfficeStatus } from '../../src-shared/desk.ts'

export function Remarks({ office }: { readonly office: OfficeStatus }) {
  const { remarks, zero, missingPhotos } = office
  const others = [
    ...zero.map(({ what, reason }) => `零报告：${what}（${reason}）`),
    ...(missingPhotos > 0 ? [`照片待补${missingPhotos}卷`] : []),
  ]
  if (remarks.length === 0 && others.length === 0) return <span className="second">—</span>
  return (
    <ul className="upper-remarks">
      {remarks.map(({ level, words }) => (
        <li key={words} className={level === 'must' ? 'upper-must' : undefined}>
          {words}
        </li>
      ))}
      {others.map((words) => (
        <li key={words} className="second">
          {words}
        </li>
      ))}
    </ul>
  )
}
