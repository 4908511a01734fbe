/** What was found, by kind (查找结果). */
import { useEffect } from 'react'
import { markWords } from '../../src-shared/mark-words.ts'
import { type Found, type Hit, type Stretch, searchKindNames } from '../../src-shared/search.ts'

export const optionId = ({ id }: Hit) => `hit-${id}`

type HitListProps = {
  readonly found: Found
  readonly chosen: Hit | undefined
  readonly onOpen: (hit: Hit) => void
}

export function HitList({ found, chosen, onOpen }: HitListProps) {
  const chosenId = chosen && optionId(chosen)
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  if (found.total === 0) return null
  return (
    <div role="listbox" id="search-hits" aria-label="查找结果" className="search-hits">
      {found.groups.map(({ kind, total, hits }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a list box
        <div role="group" key={kind} aria-labelledby={`hits-${kind}`}>
          <div className="search-kind" id={`hits-${kind}`}>
            {searchKindNames[kind]} {total}条
          </div>
          {hits.map((hit) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are those of the field, which keeps the focus
            <div
              role="option"
              key={hit.id}
              id={optionId(hit)}
              aria-selected={hit === chosen}
              className="search-hit"
              onClick={() => onOpen(hit)}
            >
              <span className="search-title">
                <Marked stretches={markWords(hit.title, found.words)} />
              </span>
              <span className="figure search-date">{hit.date}</span>
              <span className="search-snippet">
                <Marked stretches={hit.snippet} />
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function Marked({ stretches }: { readonly stretches: readonly Stretch[] }) {
  // Stretches have no names of their own and never change places.
  return stretches.map(({ text, isFound }, index) => {
    const key = `${index} ${text}`
    return isFound ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
