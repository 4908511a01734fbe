/** 交叉表: any two things a record holds against each other, one measure, beside another period when asked. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { CrossTable } from '../../src-shared/cross-tables.ts'
import type { Period } from '../../src-shared/period.ts'
import type { ShownCross } from '../../src-shared/sheet-calls.ts'
import { useBackend } from '../api.ts'
import { FormerAnswer } from '../components/former-answer.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { BehindDrawer } from './behind-drawer.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { crossIn, wordsOf } from './cross-address.ts'
import { chartOfCross, crossPlace, figureAt, placeWords } from './cross-cells.ts'
import { CrossChoice } from './cross-choice.tsx'
import { crossWords, overlapWords } from './cross-words.ts'
import { type OpenPlace, useOpenPlace } from './figure-address.ts'
import { SheetTools } from './sheet-tools.tsx'
import { SheetView } from './sheet-view.tsx'

export function CrossTab({ period }: { readonly period: Period }) {
  const { queries } = useBackend()
  const { words, change } = useAddress()
  const query = crossIn(words, period)
  const { data, error, refetch, isPlaceholderData } = useQuery(
    queries.sheets.showCross.queryOptions({ input: query, placeholderData: keepPreviousData }),
  )
  return (
    <>
      <CrossChoice query={query} onChange={(chosen) => change({ ...wordsOf(chosen), at: null }, { replace: true })} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <FormerAnswer isFormer={isPlaceholderData}>
          <CrossResult {...data} />
        </FormerAnswer>
      ) : (
        <div className="list-wait" aria-busy={!error} />
      )}
    </>
  )
}

function CrossResult({ table, sheet }: ShownCross) {
  const { client } = useBackend()
  const { words, change } = useAddress()
  const { place, open, close } = useOpenPlace()
  const deliver = useDelivery()
  const writing = useLongJob({
    call: (_: null, jobId) => client.sheets.writeCross({ query: table.query, jobId }),
    onDone: (delivery) => deliver(delivery, '交叉表'),
  })
  const isShaded = words.has('shade')
  // The words are of these figures, also while those of another choice are awaited.
  const said = <p className="cross-words sheet-screen">{crossWords(table.query)}</p>
  if (table.rows.length === 0)
    return (
      <>
        {said}
        <NothingYet>这段时间没有可统计的记录。请换一个统计期，或者先到台账里登记。</NothingYet>
      </>
    )
  return (
    <>
      {said}
      <SheetTools sheet={sheet} onWrite={() => writing.start(null)} isWriting={writing.isRunning}>
        <Checkbox checked={isShaded} onChange={() => change({ shade: isShaded ? null : 1 }, { replace: true })}>
          按大小着色
        </Checkbox>
      </SheetTools>
      {writing.progress}
      {overlapWords(table) ? <p className="cross-words second sheet-screen">{overlapWords(table)}</p> : null}
      <SheetView
        sheet={sheet}
        isShaded={isShaded}
        openerOf={(block) => (at) => (crossPlace(table, block, at) ? () => open({ block, ...at }) : null)}
        chartOf={(_, index) =>
          index === 0 && words.has('chart') ? (
            <div className="block-chart">
              <ChartFigure chart={chartOfCross(table)} title={table.title} />
            </div>
          ) : null
        }
      />
      {place ? <CrossBehind table={table} place={place} onClose={close} /> : null}
    </>
  )
}

type CrossBehindProps = { readonly table: CrossTable; readonly place: OpenPlace; readonly onClose: () => void }

/** Nothing where the address names a cell that the table of this choice has not. */
function CrossBehind({ table, place: at, onClose }: CrossBehindProps) {
  const { client } = useBackend()
  const place = crossPlace(table, at.block, at)
  if (!place) return null
  const question = { query: table.query, ...place }
  return (
    <BehindDrawer
      figure={{
        name: `${placeWords(table, place)}，${table.measure.label}`,
        cell: figureAt(table, place),
        kind: table.measure.kind,
      }}
      queryKey={['cross', question]}
      ask={() => client.sheets.crossRecords(question)}
      onClose={onClose}
    />
  )
}
