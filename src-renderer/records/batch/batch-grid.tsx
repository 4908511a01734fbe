/**
 * The grid of batch entry (录入表格): a table of inputs, so that every way of writing Chinese works in it. Copying and
 * pasting between Excel and here, selecting with Shift, filling down: by keyboard alone.
 */
import './batch.css'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type BatchColumn, type BatchFinding, type BatchKind, batchColumns } from '../../../src-shared/batch.ts'
import {
  areaOf,
  type BatchRow,
  cleared,
  filledDown,
  isInside,
  type Place,
  pasted,
  textOfArea,
} from '../../../src-shared/editing/batch-rows.ts'
import { fieldLabels } from '../../../src-shared/field-labels.ts'
import { BatchWords, wordsId } from './batch-words.tsx'

type BatchGridProps = {
  readonly kind: BatchKind
  readonly rows: readonly BatchRow[]
  readonly findings: readonly BatchFinding[]
  /** The cell to go to, set anew for every jump. */
  readonly target: { readonly row: number; readonly field: string } | null
  readonly onChange: (rows: readonly BatchRow[]) => void
}

export function BatchGrid({ kind, rows, findings, target, onChange }: BatchGridProps) {
  const columns = batchColumns[kind]
  const body = useRef<HTMLTableSectionElement>(null)
  const isEntered = useRef(false)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<Place | null>(null)
  const area = areaOf(anchor ?? place, place)
  const wrongAt = useMemo(() => {
    const wrong = findings.filter(({ isRemark }) => !isRemark)
    return new Map(wrong.map(({ row, field, message }) => [`${row} ${field}`, message]))
  }, [findings])

  const go = (to: Place, isSelecting = false) => {
    const row = Math.max(0, Math.min(rows.length - 1, to.row))
    const column = Math.max(0, Math.min(columns.length - 1, to.column))
    setAnchor(isSelecting ? (anchor ?? place) : null)
    setPlace({ row, column })
    const input = body.current?.rows[row]?.cells[column + 1]?.querySelector('input')
    input?.focus()
    input?.select()
  }
  useEffect(() => {
    if (!target) return
    const column = Math.max(
      0,
      batchColumns[kind].findIndex(({ field }) => field === target.field),
    )
    const input = body.current?.rows[target.row]?.cells[column + 1]?.querySelector('input')
    input?.focus()
    input?.select()
  }, [target, kind])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // The keys of an input method are its own.
    if (event.nativeEvent.isComposing) return
    const step = stepOf(event)
    if (step) {
      event.preventDefault()
      go({ row: place.row + step.row, column: place.column + step.column }, event.shiftKey && event.key !== 'Enter')
    } else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onChange(filledDown(columns, rows, area))
    } else if (event.key === 'Delete' && anchor) {
      event.preventDefault()
      onChange(cleared(columns, rows, area))
    } else if (event.key === 'Tab') setAnchor(null)
    else if (event.key === 'Escape' && anchor) {
      event.stopPropagation()
      setAnchor(null)
    }
  }
  const onCopy = (event: ClipboardEvent) => {
    if (!anchor) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', textOfArea(columns, rows, area))
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    // A single text goes into the cell as into any other field.
    if (!anchor && !/[\t\n]/u.test(text.replace(/\r?\n$/u, ''))) return
    event.preventDefault()
    onChange(pasted(columns, rows, area.min, text))
    setAnchor(null)
  }

  return (
    <section className="batch-grid" aria-label="录入表格">
      <table onKeyDown={onKeyDown} onCopy={onCopy} onPaste={onPaste}>
        <Head columns={columns} />
        <tbody ref={body}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the grid
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {columns.map(({ field, words }, column) => {
                const wrong = wrongAt.get(`${index} ${field}`)
                const isSelected = anchor !== null && isInside(area, { row: index, column })
                return (
                  <td key={field} className={wrong === undefined ? (isSelected ? 'batch-chosen' : '') : 'batch-wrong'}>
                    <input
                      aria-label={`第${index + 1}行${labelOf(field)}`}
                      aria-invalid={wrong !== undefined}
                      title={wrong ?? (row[field] || undefined)}
                      list={words && place.row === index && place.column === column ? wordsId(kind, field) : undefined}
                      autoComplete="off"
                      value={row[field] ?? ''}
                      onFocus={() => setPlace({ row: index, column })}
                      onMouseDown={({ shiftKey, currentTarget }) => {
                        isEntered.current = document.activeElement !== currentTarget
                        setAnchor(shiftKey ? (anchor ?? place) : null)
                      }}
                      // The first click chooses the cell as a whole, as in Excel; the next one sets the cursor.
                      onClick={({ currentTarget }) => {
                        if (isEntered.current) currentTarget.select()
                      }}
                      onChange={({ target: { value } }) => {
                        setAnchor(null)
                        onChange(rows.with(index, { ...row, [field]: value }))
                      }}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <BatchWords kind={kind} />
    </section>
  )
}

const labelOf = (field: string) => fieldLabels[field] ?? field

function Head({ columns }: { readonly columns: readonly BatchColumn[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="batch-number">
          行
        </th>
        {columns.map(({ field, isRequired, width }) => (
          <th key={field} scope="col" style={{ minWidth: width }}>
            {labelOf(field)}
            {isRequired ? <em title="必填">*</em> : null}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Where an arrow or Enter leads; sideways only out of a cell that is wholly selected, as in Excel before typing. */
function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey, target }: KeyboardEvent): Place | null {
  // Alt+arrow opens the list of words.
  if (altKey || ctrlKey || metaKey) return null
  if (key === 'Enter') return { row: shiftKey ? -1 : 1, column: 0 }
  if (key === 'ArrowDown') return { row: 1, column: 0 }
  if (key === 'ArrowUp') return { row: -1, column: 0 }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  if (!(target instanceof HTMLInputElement)) return null
  const isWhole = target.selectionStart === 0 && target.selectionEnd === target.value.length
  return isWhole ? { row: 0, column: key === 'ArrowLeft' ? -1 : 1 } : null
}
