/**
 * List page, figures, cross-tables, the three sheets and the draft of a report at growing sizes, against plain SQL.
 * The records lie in one year and a quarter is asked about, so what is read grows with the ledger too.
 * For the report the bare side runs the very statements that the program ran and stores the same text.
 */
import { createQueryId, type KyselyPlugin, type QueryId, type RootOperationNode, SqliteQueryCompiler } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { CoreContext } from '../../src-main/core-context.ts'
import { draftReport } from '../../src-main/documents/draft-report.ts'
import { computeFigures } from '../../src-main/statistics/figures.ts'
import { fillLedger, type OpenLedger, openLedger } from './ledger.ts'
import { type Comparison, compare } from './measure.ts'
import { openPlain } from './plain-sql.ts'

const quarter = { from: '2026-07-01', to: '2026-09-30' }

const fixedCost =
  'a fixed cost of each call that does not grow with the records: input parsed, SQL text built by Kysely, rows made records'

export async function benchQueries(sizes: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  const ledger = await openLedger()
  let filled = 0
  for (const size of sizes) {
    await fillLedger(ledger, size - filled, { first: filled })
    filled = size
    comparisons.push(...(await compareAt(ledger, size, runs)))
  }
  await ledger.close()
  const names = [...new Set(comparisons.map((one) => one.name))]
  return names.flatMap((name) => comparisons.filter((one) => one.name === name))
}

async function compareAt(ledger: OpenLedger, size: number, runs: number): Promise<Comparison[]> {
  const { api, core, folder } = ledger
  const plain = openPlain(folder)
  const report = await plainReport(core.context, plain.file)
  // Small ledgers answer in less than a millisecond: many times in a row, or the clock is what is measured.
  const options = { size, aim: 1.5, runs, times: Math.max(1, Math.ceil(20_000 / size)), besides: fixedCost }
  const comparisons = [
    await compare(
      'list page of 50',
      { ours: () => api.studies.list({ ...quarter, limit: 50 }), bare: () => plain.page(quarter) },
      options,
    ),
    await compare(
      'figures of a quarter',
      { ours: () => computeFigures(core.context.db, quarter), bare: () => plain.figures(quarter) },
      options,
    ),
    ...(await compareCross(ledger, plain, options)),
    await compare('three sheets', { ours: () => api.sheets.show(quarter), bare: () => plain.sheets(quarter) }, options),
    await compare(
      'draft of the report',
      { ours: () => draftReport(core.context, quarter), bare: report },
      { ...options, times: Math.max(1, Math.ceil(5000 / size)) },
    ),
  ]
  plain.close()
  return comparisons
}

/** Cross-tables of one statement, by what does not overlap, by what does, and of unions. */
async function compareCross(
  { api }: OpenLedger,
  plain: ReturnType<typeof openPlain>,
  options: Parameters<typeof compare>[2],
): Promise<Comparison[]> {
  const lectures = { kind: 'lecture', period: quarter } as const
  const ask = {
    plain: { ...lectures, rows: 'venueType', columns: 'month', measure: 'onSite' },
    overlapping: { ...lectures, rows: 'mode', columns: 'month', measure: 'onSite' },
    townships: { ...lectures, rows: 'township', measure: 'coveredUnions' },
    cadres: { kind: 'stay', period: quarter, rows: 'cadre', measure: 'days' },
  } as const
  const comparisons: Comparison[] = []
  for (const name of ['plain', 'overlapping', 'townships', 'cadres'] as const)
    comparisons.push(
      await compare(
        `cross-table, ${name}`,
        { ours: () => api.sheets.cross(ask[name]), bare: () => plain.cross[name](quarter) },
        options,
      ),
    )
  return comparisons
}

/** Drafts one report, noting every statement, and gives a function that runs them bare. */
async function plainReport(context: CoreContext, file: ReturnType<typeof openPlain>['file']): Promise<() => void> {
  const asked = new Map<QueryId, RootOperationNode>()
  const ran: RootOperationNode[] = []
  const listen: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      asked.set(queryId, node)
      return node
    },
    async transformResult({ result, queryId }) {
      const node = asked.get(queryId)
      if (node) ran.push(node)
      return result
    },
  }
  const { documentId } = await draftReport({ ...context, db: context.db.withPlugin(listen) }, quarter)
  const row = await context.db.selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow()
  const content = JSON.parse(row.content)
  const statements = ran
    .map((node) => new SqliteQueryCompiler().compileQuery(node, createQueryId()))
    .filter(({ sql }) => /^\s*(select|with)/i.test(sql))
    .map(({ sql, parameters }) => ({ statement: file.prepare(sql), parameters }))
  const columns = Object.keys(row)
  const store = file.prepare(
    `INSERT INTO document (${columns.join()}) VALUES (${columns.map((name) => `:${name}`).join()})`,
  )
  return file.transaction(() => {
    for (const { statement, parameters } of statements) statement.all(parameters)
    store.run({ ...row, id: uuidv7(), content: JSON.stringify(content) })
  })
}
