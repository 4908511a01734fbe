/** Exact words (原文) for the rows of the catalogue: the catalogue names a few, the clerk's own copy of the notice has the rest. */
import type { CatalogueNotice, RequirementFields } from '../../../src-shared/notices.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'
import { partsOf } from '../propose/passages.ts'
import { proposeRequirements } from '../propose/propose-requirements.ts'
import { sentencesOf, trimmed } from '../propose/sentences.ts'

type Words = Pick<RequirementFields, 'quote' | 'place'>

/** The rows of `notice`, each with its duty in full as `document` words it; a row whose words are not there stays as it is. */
export function withQuotations(notice: CatalogueNotice, document: RecognisedDocument): RequirementFields[] {
  const proposals = proposeRequirements(document, { noticeDate: notice.date })
  const sentences = sentencesIn(document)
  return notice.requirements.map((row) => {
    if (row.quote === '') return row
    const holds = ({ quote }: Words) => quote.includes(row.quote)
    const found =
      proposals.find((one) => one.kind === row.kind && holds(one)) ?? sentences.find(holds) ?? proposals.find(holds)
    return found ? { ...row, quote: found.quote, place: [...found.place] } : row
  })
}

function sentencesIn(document: RecognisedDocument): Words[] {
  const { body, annexes } = partsOf(document)
  return [body, ...annexes].flatMap(({ passages }) =>
    passages.flatMap(({ text, place }) =>
      sentencesOf(text).map((sentence) => {
        const { from, to } = trimmed(text, sentence)
        return { quote: text.slice(from, to), place: [...place] }
      }),
    ),
  )
}
