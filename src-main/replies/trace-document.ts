/** Every number of a document with the records behind it (数据溯源). */
import type { Kysely } from 'kysely'
import type { Block, Run, StoredDocument } from '../../src-shared/documents.ts'
import { isPeriodFigure, meaningOfFigure } from '../../src-shared/figure-meanings.ts'
import type { TracedFigure } from '../../src-shared/replies.ts'
import type { DocumentFigures, FigureKey } from '../../src-shared/statistics.ts'
import type { CoreContext } from '../core-context.ts'
import type { Tables } from '../database/tables.ts'
import { getDocument, scopeOf } from '../documents/documents.ts'
import { figureValue } from '../documents/figure-sentence.ts'
import { isStaleRun } from '../documents/refuse-unready.ts'
import { kindBehind, recordsBehind } from '../statistics/figure-records.ts'
import { computeFigures } from '../statistics/figures.ts'
import { nameRecords } from './named-records.ts'
import { noticeOf } from './notice-documents.ts'
import { type AnsweredRequirement, answeredIn, figuresById } from './requirement-figures.ts'

/**
 * In the order in which the numbers stand in the text, each figure once; counted now, so that a document which the
 * records have left behind shows it. @throws Problem NOT_FOUND
 */
export async function traceDocument(context: CoreContext, id: string): Promise<readonly TracedFigure[]> {
  const trace = async (trx: Kysely<Tables>, records: Kysely<Tables>) => {
    const { period, content } = await getDocument(trx, id)
    const link = await noticeOf(trx, id)
    const noticeId = link?.role === '情况报告' ? link.noticeId : null
    return await traceRuns(records, { content, period, noticeId })
  }
  return await context.onRecordsOf(await scopeOf(context.db, id), (records) =>
    context.db.transaction().execute((trx) => trace(trx, records ?? trx)),
  )
}

type Traced = Pick<StoredDocument, 'content' | 'period'> & { readonly noticeId: string | null }

async function traceRuns(db: Kysely<Tables>, { content, period, noticeId }: Traced): Promise<readonly TracedFigure[]> {
  const answered = noticeId === null ? [] : await answeredIn(db, noticeId, period)
  const figures: DocumentFigures = { ...(await computeFigures(db, period)), requirement: figuresById(answered) }
  const traced: TracedFigure[] = []
  const runs = figureRuns(content.blocks)
  for (const figure of new Set(runs.map((run) => run.figure))) {
    const own = runs.filter((run) => run.figure === figure)
    const about = answered.find((one) => figure === `requirement.${one.requirement.id}`)
    const refs = isPeriodFigure(figure)
      ? (await recordsBehind(db, figure, period)).map((recordId) => ({ kind: kindBehind(figure), id: recordId }))
      : (about?.records ?? [])
    traced.push({
      figure,
      ...sayingOf(figure, about),
      text: own[0]?.text ?? '',
      value: shownValue(figure, figureValue(figures, figure)),
      isStale: own.some((run) => isStaleRun(run, figures)),
      recordIds: refs.map((ref) => ref.id),
      records: await nameRecords(db, refs.slice(0, mostNamed)),
    })
  }
  return traced
}

/** So many records of one figure are named; all are listed by id. */
const mostNamed = 500

function sayingOf(figure: FigureKey, about: AnsweredRequirement | undefined): Pick<TracedFigure, 'meaning' | 'unit'> {
  const { words, unit } = meaningOfFigure(figure)
  if (!about) return { meaning: words, unit }
  return { meaning: `${words}：${about.requirement.title}`, unit: about.requirement.minimum?.unit ?? '条' }
}

/** 0.8571 is printed as 85.7%. */
function shownValue(figure: FigureKey, value: number | null): number | null {
  return value !== null && figure.endsWith('Rate') ? Math.round(value * 1000) / 10 : value
}

type FigureRun = Run & { readonly figure: FigureKey }

function figureRuns(blocks: readonly Block[]): FigureRun[] {
  return blocks
    .flatMap((block): readonly Run[] => ('runs' in block ? block.runs : []))
    .filter((run): run is FigureRun => run.figure !== undefined)
}
