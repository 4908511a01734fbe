/** What was tidied (整理), grouped by the reason; each group opens to the words before and after. */
import { Collapse } from 'antd'
import type { Tidied } from '../../src-shared/recognition.ts'
import { FewOf } from './few-of.tsx'
import { Place } from './place.tsx'

export function TidiedGroups({ tidied }: { readonly tidied: readonly Tidied[] }) {
  const reasons = [...new Set(tidied.map(({ why }) => why))]
  const groups = reasons.map((why) => [why, tidied.filter((one) => one.why === why)] as const)
  return (
    <Collapse
      size="small"
      ghost
      className="tidied"
      items={groups.map(([why, entries]) => ({
        key: why,
        label: (
          <>
            {why} <span className="tidied-count">{entries.length}处</span>
          </>
        ),
        children: (
          <FewOf entries={entries}>
            {({ before, after, line }) => (
              <div className="report-line">
                <span className="change">
                  <del>{visible(before)}</del> → <ins>{after === '' ? '（去掉）' : visible(after)}</ins>
                </span>
                <Place line={line} />
              </div>
            )}
          </FewOf>
        ),
      }))}
    />
  )
}

/** Spaces and line ends as marks, so that one sees what went. */
function visible(words: string): string {
  return words
    .replace(/\n/g, '↵')
    .replace(/ /g, '␣')
    .replace(/\u3000/g, '□')
    .replace(/\t/g, '⇥')
}
