/** Series of numbers (代字与年份): which number comes next, and where an office that began on paper goes on. */
import type { Kysely, Transaction } from 'kysely'
import type { OfficialDocument } from '../../src-shared/documents.ts'
import type { NumberSeries } from '../../src-shared/outgoing.ts'
import { Problem } from '../../src-shared/problems.ts'
import { insertRows, updateRow, type Writer } from '../database/changes.ts'
import type { Tables } from '../database/tables.ts'
import { requireOffice } from '../office.ts'

export type Series = { readonly code: string; readonly year: number }
export type NextNumber = Series & { readonly serial: number; readonly number: string }

/** The number that finalising would give now. @throws Problem OFFICE_MISSING, INVALID_INPUT without a day */
export async function nextNumberOf(trx: Transaction<Tables>, content: OfficialDocument): Promise<NextNumber> {
  const series = { code: await codeOf(trx, content), year: Number(content.date.slice(0, 4)) }
  if (series.year === 0) throw new Problem('INVALID_INPUT', '还没有成文日期，不能编号，请先填写成文日期。')
  const serial = await nextSerial(trx, series)
  return { ...series, serial, number: numberText(content.number, series, serial) }
}

/** One more than the last number of the register; the first one is 起始号, or 1. */
export async function nextSerial(db: Kysely<Tables>, { code, year }: Series): Promise<number> {
  const last = await lastSerial(db, { code, year })
  if (last !== null) return last + 1
  const series = await seriesRow(db, { code, year })
  return series?.firstSerial ?? 1
}

/**
 * States where the numbers begin. May be mended until the first number is given.
 * @throws Problem CONFLICT when numbers have been given
 */
export async function setFirstSerial(
  db: Kysely<Tables>,
  writer: Writer,
  { code, year, firstSerial }: Series & { readonly firstSerial: number },
): Promise<NumberSeries> {
  await db.transaction().execute(async (trx) => {
    const last = await lastSerial(trx, { code, year })
    if (last !== null)
      throw new Problem(
        'CONFLICT',
        `${code}${year}年已经编到${last}号，起始号不能再改；编错的公文请作废，号码留在登记簿上。`,
      )
    const row = await seriesRow(trx, { code, year })
    if (row) await updateRow(trx, writer, 'numberSeries', row, { firstSerial })
    else await insertRows(trx, writer, 'numberSeries', [{ code, year, firstSerial }])
  })
  return { code, year, firstSerial, nextSerial: await nextSerial(db, { code, year }) }
}

/** Every series that has a number or a beginning, newest year first. */
export async function listSeries(db: Kysely<Tables>, year: number | null): Promise<readonly NumberSeries[]> {
  const begun = await db.selectFrom('numberSeries').select(['code', 'year', 'firstSerial']).execute()
  const given = await db
    .selectFrom('outgoing')
    .select(({ fn }) => ['code', 'year', fn.min('serial').as('first'), fn.max('serial').as('last')])
    .groupBy(['code', 'year'])
    .execute()
  const series = new Map<string, NumberSeries>()
  for (const row of begun) series.set(`${row.code} ${row.year}`, { ...row, nextSerial: row.firstSerial })
  for (const { code, year: ofYear, first, last } of given)
    series.set(`${code} ${ofYear}`, { code, year: ofYear, firstSerial: first, nextSerial: last + 1 })
  return [...series.values()]
    .filter((row) => year === null || row.year === year)
    .sort((one, other) => other.year - one.year || (one.code < other.code ? -1 : 1))
}

/** The letters of the proposed number; 纪要 count their meetings, those of each name in a series of their own. */
async function codeOf(trx: Transaction<Tables>, content: OfficialDocument): Promise<string> {
  if (isMeetingNumber(content.number)) return meetingCode(content)
  return /^([^〔]+)〔/u.exec(content.number)?.[1] ?? (await requireOffice(trx)).documentCode
}

/** 主席办公会议纪要 of 云山县总工会主席办公会议纪要; 纪要 for a mark that makes no name of a series. */
function meetingCode({ mark, issuer }: OfficialDocument): string {
  const name = mark.replace(/\s/gu, '')
  const own = issuer !== '' && name.startsWith(issuer) ? name.slice(issuer.length) : name
  return /^[\u4e00-\u9fa5A-Za-z]{2,20}$/.test(own) ? own : '纪要'
}

/** In the form of the proposal: 云工发〔2026〕5号, 第5期. */
function numberText(proposal: string, { code, year }: Series, serial: number): string {
  if (!isMeetingNumber(proposal)) return `${code}〔${year}〕${serial}号`
  return proposal.startsWith('〔') ? `〔${year}〕${serial}号` : proposal.replace(/\d+/, String(serial))
}

const isMeetingNumber = (number: string) => /^[第〔]/u.test(number)

async function lastSerial(db: Kysely<Tables>, { code, year }: Series): Promise<number | null> {
  const row = await db
    .selectFrom('outgoing')
    .select(({ fn }) => fn.max<number | null>('serial').as('last'))
    .where('code', '=', code)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.last ?? null
}

function seriesRow(db: Kysely<Tables>, { code, year }: Series) {
  return db.selectFrom('numberSeries').selectAll().where('code', '=', code).where('year', '=', year).executeTakeFirst()
}
