/** Offices that know each other: a province, a city below it, counties below the city, each a real core in a folder of its own. */
import type { CoreOptions } from '../src-main/core.ts'
import { acceptFrom } from './accept-card-of.ts'
import { countedIds, openTestApp } from './open-test-app.ts'
import { office } from './sample-records.ts'

export type TestOffice = Awaited<ReturnType<typeof openTestApp>>

const countyNames = ['云山县', '清河县', '石桥县', '柳林县', '白塔县', '东川县', '南坪县', '西陵县'] as const

/**
 * Opens `counties` counties (at most eight, one by default), their city and the province, and has them accept each
 * other's key cards with the right fingerprints: county ↔ city, city ↔ province, and the province knows every county as
 * standing under the city.
 */
export async function openOffices({ counties = 1 }: { readonly counties?: number } = {}) {
  const province = await openOffice(100, { name: '宁川省总工会', superior: '中华全国总工会', divisionCode: '640000' })
  const city = await openOffice(101, { name: '固川市总工会', superior: '宁川省总工会', divisionCode: '640400' })
  await introduce(province, city)
  const below: TestOffice[] = []
  for (const [index, name] of countyNames.slice(0, counties).entries()) {
    const fields = { name: `${name}总工会`, superior: '固川市总工会', divisionCode: String(640421 + index) }
    const county = await openOffice(110 + index, fields)
    await introduce(city, county)
    await acceptFrom(province, county, { role: '下级', parentId: city.context.officeId })
    below.push(county)
  }
  return { province, city, counties: below }
}

/** One office with its particulars filled in; `seed` keeps its ids apart from those of others. */
export async function openOffice(
  seed: number,
  fields: Partial<typeof office> = {},
  options: Partial<CoreOptions> = {},
): Promise<TestOffice> {
  const app = await openTestApp({ newId: countedIds(seed), ...options })
  await app.api.office.set({ ...office, ...fields, mark: fields.name ?? office.mark, printer: '' })
  return app
}

/** Both accept each other's card: `lower` stands directly under `upper`. */
export async function introduce(upper: TestOffice, lower: TestOffice): Promise<void> {
  await acceptFrom(upper, lower, { role: '下级', parentId: null })
  await acceptFrom(lower, upper, { role: '上级' })
}
