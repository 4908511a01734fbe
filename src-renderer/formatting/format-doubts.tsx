/** What a person has to look at (请核对): suspects in the words, and words that do not stand in the document as they stood. */
import type { Recognised } from '../../src-shared/formatting.ts'
import { type Finding, findingKinds, partLabels } from '../../src-shared/recognition.ts'
import { Section } from '../components/page.tsx'
import { FewOf } from './few-of.tsx'
import { Place } from './place.tsx'

export function FormatDoubts({ recognised }: { readonly recognised: Recognised }) {
  const { findings, proposal } = recognised
  const ordered = [...findings].sort((one, other) => weight(one) - weight(other))
  const count = findings.length + proposal.unheld.length
  if (count === 0) return null
  return (
    <Section title={`请核对（${count}处）`}>
      <FewOf entries={proposal.unheld}>
        {({ part, words, why }) => (
          <Doubt label={part === 'unplaced' ? '未排入' : partLabels[part]} words={words} note={why} />
        )}
      </FewOf>
      <FewOf entries={ordered}>
        {({ what, words, note, line, severity }) => (
          <Doubt label={findingKinds[what]} words={words} note={note} line={line} isWarning={severity === 'warning'} />
        )}
      </FewOf>
    </Section>
  )
}

type DoubtProps = {
  readonly label: string
  readonly words: string
  readonly note: string
  readonly line?: number
  readonly isWarning?: boolean
}

function Doubt({ label, words, note, line, isWarning = true }: DoubtProps) {
  return (
    <div className={isWarning ? 'doubt' : 'doubt slight'}>
      <div className="doubt-head">
        <span className="doubt-label">{label}</span>
        {line === undefined ? null : <Place line={line} />}
      </div>
      <div>{note}</div>
      {words === '' || note.includes(words) ? null : <div className="doubt-words">{words.slice(0, 120)}</div>}
    </div>
  )
}

/** Warnings before what is only for information. */
function weight({ severity }: Finding): number {
  return severity === 'warning' ? 0 : 1
}
