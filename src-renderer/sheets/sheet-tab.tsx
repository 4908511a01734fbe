/** One of the sheets of a period (统计表): its tables, a chart beside each, the records behind every figure. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Period } from '../../src-shared/period.ts'
import type { AnySheetKind, Sheet, SheetBlock } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { FormerAnswer } from '../components/former-answer.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from '../components/use-address.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { BehindDrawer } from './behind-drawer.tsx'
import { BlockChart } from './block-chart.tsx'
import { type OpenPlace, useOpenPlace } from './figure-address.ts'
import { isOpenable, rowKeyOf, rowName } from './sheet-cells.ts'
import { useSheetScope } from './sheet-scope.ts'
import { SheetTools } from './sheet-tools.tsx'
import { SheetView } from './sheet-view.tsx'

type SheetTabProps = { readonly kind: AnySheetKind; readonly period: Period }

export function SheetTab({ kind, period }: SheetTabProps) {
  const { client, queries } = useBackend()
  const scope = useSheetScope()
  const { words } = useAddress()
  const { place, open, close } = useOpenPlace()
  const deliver = useDelivery()
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(
    queries.sheets.show.queryOptions({
      input: { ...period, kinds: [kind], ...scope },
      placeholderData: keepPreviousData,
    }),
  )
  const writing = useLongJob({
    call: (_: null, jobId) => client.sheets.write({ kinds: [kind], period, ...scope, jobId }),
    onDone: (delivery) => deliver(delivery, '统计表'),
  })
  const sheet = data?.find((one) => one.kind === kind)
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!sheet) return <div className="list-wait" aria-busy={isFetching} />
  const chartOf = (block: SheetBlock) =>
    words.has('chart') ? <BlockChart block={block} title={block.caption || sheet.title} /> : null
  return (
    <FormerAnswer isFormer={isPlaceholderData}>
      <SheetTools sheet={sheet} onWrite={() => writing.start(null)} isWriting={writing.isRunning} />
      {writing.progress}
      <SheetView
        sheet={sheet}
        openerOf={(index) => (at) => {
          const block = sheet.blocks[index]
          return block && isOpenable(block, at) ? () => open({ block: index, ...at }) : null
        }}
        chartOf={chartOf}
      />
      {place ? <SheetBehind sheet={sheet} kind={kind} place={place} onClose={close} /> : null}
    </FormerAnswer>
  )
}

type SheetBehindProps = {
  readonly sheet: Sheet
  readonly kind: AnySheetKind
  readonly place: OpenPlace
  readonly onClose: () => void
}

/** Nothing where the address names a cell that the sheet of this period has not. */
function SheetBehind({ sheet, kind, place, onClose }: SheetBehindProps) {
  const { client } = useBackend()
  const scope = useSheetScope()
  const block = sheet.blocks[place.block]
  if (!block || !isOpenable(block, place)) return null
  const { column, row } = place
  const cells = row === 'total' ? block.total : block.rows[row]
  const question = { period: sheet.period, kind, block: place.block, row: rowKeyOf(block, row), column, ...scope }
  return (
    <BehindDrawer
      figure={{
        name: `${rowName(block, row)}，${block.columns[column]?.title}`,
        cell: cells?.[column] ?? null,
        kind: block.columns[column]?.kind ?? 'count',
      }}
      queryKey={['sheet', question]}
      ask={() => client.sheets.records(question)}
      onClose={onClose}
    />
  )
}
