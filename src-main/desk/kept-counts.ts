/** Counts of offices kept in the received database (统计缓存): derived like everything there, thrown away with it. */
import { sql } from 'kysely'
import type { CoreContext } from '../core-context.ts'
import { inTurn } from '../intake/received-turn.ts'
import type { BasedQuestion, FreshCount, OfficeCount } from './count-offices.ts'

/** Those that hold, by the key of their question. */
export async function keptCounts(
  context: CoreContext,
  questions: readonly BasedQuestion[],
): Promise<Map<string, OfficeCount>> {
  return await inTurn(context, async (received) => {
    const { rows } = await sql<{ key: string; content: string }>`
      select asked.value as key, deskCount.content from json_each(${JSON.stringify(questions.map(({ key }) => key))}) as asked
      join main.deskCount on deskCount.officeId = asked.value ->> 0 and deskCount.noticeId = asked.value ->> 1
        and deskCount.periodFrom = asked.value ->> 2 and deskCount.periodTo = asked.value ->> 3
        and deskCount.basis = asked.value ->> 4
    `.execute(received)
    return new Map(rows.map(({ key, content }) => [key, JSON.parse(content) as OfficeCount]))
  })
}

/** One for each question: an older one is replaced. */
export async function keepCounts(context: CoreContext, counts: readonly FreshCount[]): Promise<void> {
  await inTurn(context, (received) =>
    received.transaction().execute(async (trx) => {
      for (const { officeId, noticeId, period, basis, content } of counts)
        await sql`insert or replace into main.deskCount (officeId, noticeId, periodFrom, periodTo, basis, content)
          values (${officeId}, ${noticeId ?? ''}, ${period.from}, ${period.to}, ${basis}, ${JSON.stringify(content)})
        `.execute(trx)
    }),
  )
}
