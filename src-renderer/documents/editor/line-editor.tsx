/**
 * A text of runs to type in (文字输入): a plain text area, so that every input method works, over the same text set
 * behind it, which shows what is bold and which numbers are drawn from the records.
 */
import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Run } from '../../../src-shared/documents.ts'
import { editedRuns, figureAt, type Range, runsText } from '../../../src-shared/editing/runs.ts'
import { meaningOfFigure } from '../../../src-shared/figure-meanings.ts'
import type { FigureKey } from '../../../src-shared/statistics.ts'
import { chooseMark } from './choose-mark.ts'
import { FigureContext, StaleFigures } from './figure-context.ts'

type LineEditorProps = {
  readonly runs: readonly Run[]
  readonly label: string
  readonly placeholder?: string
  readonly className?: string
  readonly isWrong?: boolean
  readonly onRuns: (runs: Run[]) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>, range: Range) => void
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>, range: Range) => void
}

export const LineEditor = memo(function LineEditor(props: LineEditorProps) {
  const { runs, label, placeholder = '', className = '', isWrong = false, onRuns } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const showFigure = useContext(FigureContext)
  const stale = useContext(StaleFigures)
  const wanted = useRef<number>(undefined)
  const shownBefore = useRef('')
  /** What an input method is still composing; it becomes text when it is chosen. */
  const [composing, setComposing] = useState<string | null>(null)
  const text = composing ?? runsText(runs)
  const shown =
    composing === null ? runs : editedRuns(runs, { text: composing, caret: area.current?.selectionEnd ?? -1 }).runs

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const caret = wanted.current ?? (shownBefore.current === text ? undefined : endOfChange(shownBefore.current, text))
    wanted.current = undefined
    shownBefore.current = text
    // The browser puts the caret at the end of whatever text it is given. An input method that composes keeps its own.
    if (caret !== undefined && composing === null && document.activeElement === element)
      element.setSelectionRange(caret, caret)
  }, [text, composing])

  const take = (element: HTMLTextAreaElement) => {
    const edited = editedRuns(runs, { text: element.value.replaceAll('\n', ''), caret: element.selectionEnd })
    wanted.current = edited.caret
    onRuns(edited.runs)
  }
  const onChange = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    if ((nativeEvent as InputEvent).isComposing) {
      wanted.current = currentTarget.selectionEnd
      setComposing(currentTarget.value)
    } else take(currentTarget)
  }
  const rangeOf = (element: HTMLTextAreaElement): Range => ({ from: element.selectionStart, to: element.selectionEnd })
  return (
    <div className={`line-editor ${className} ${isWrong ? 'wrong' : ''}`}>
      <div className="line-look" aria-hidden="true">
        {shown.map((run, index) =>
          run.figure ? (
            <mark
              // biome-ignore lint/suspicious/noArrayIndexKey: the look is drawn anew from the runs
              key={index}
              className={`${run.isBold ? 'look-bold' : ''} ${stale.has(run.figure) ? 'look-stale' : ''}`}
              data-meaning={meaningOfFigure(run.figure).words}
              data-figure={run.figure}
            >
              {run.text}
            </mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <span key={index} className={run.isBold ? 'look-bold' : ''}>
              {run.text}
            </span>
          ),
        )}
        {'\u200b'}
      </div>
      <textarea
        ref={area}
        rows={1}
        spellCheck={false}
        aria-label={label}
        aria-invalid={isWrong}
        placeholder={placeholder}
        value={text}
        onChange={onChange}
        onCompositionStart={() => setComposing(text)}
        onCompositionEnd={({ currentTarget }) => {
          setComposing(null)
          take(currentTarget)
        }}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing) props.onKeyDown?.(event, rangeOf(event.currentTarget))
        }}
        onPaste={(event) => props.onPaste?.(event, rangeOf(event.currentTarget))}
        onClick={(event) => {
          chooseMark(event)
          const figure = markBelow(event)?.dataset.figure
          if (figure) showFigure(figure as FigureKey)
        }}
        onMouseMove={explainFigure}
        onSelect={({ currentTarget }) => explain(currentTarget, figureAt(runs, currentTarget.selectionStart))}
      />
    </div>
  )
})

/** The number below the pointer says what it counts. */
function explainFigure(event: MouseEvent<HTMLTextAreaElement>) {
  const meaning = markBelow(event)?.dataset.meaning
  if (meaning) event.currentTarget.title = `${meaning}（点击查看记录）`
  else event.currentTarget.removeAttribute('title')
}

function markBelow({ clientX, clientY }: MouseEvent): HTMLElement | undefined {
  const mark = document.elementsFromPoint(clientX, clientY).find((element) => element.tagName === 'MARK')
  return mark instanceof HTMLElement ? mark : undefined
}

function explain(element: HTMLTextAreaElement, run: Run | undefined) {
  if (run?.figure) element.title = meaningOfFigure(run.figure).words
  else element.removeAttribute('title')
}

function endOfChange(before: string, after: string): number {
  let tail = 0
  const most = Math.min(before.length, after.length)
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return after.length - tail
}
