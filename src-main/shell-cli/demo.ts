/** The demonstration (演示): the whole chain on a fresh ledger, leaving the three outputs behind. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Api } from '../../src-shared/contract.ts'
import { clientOf, openCore } from '../core.ts'
import type { Call, Outcome } from './command.ts'
import { savedPath } from './output-commands.ts'
import { makeFolder } from './save-path.ts'

/** @throws Problem */
export async function runDemo({ options, pathOf }: Call): Promise<Outcome> {
  const folder = pathOf(options.out ?? '')
  await makeFolder(folder)
  const place = await mkdtemp(join(tmpdir(), 'xuexuan-demo-'))
  try {
    return await makeAll(folder, place)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

async function makeAll(folder: string, place: string): Promise<Outcome> {
  const names = new Map([
    ['docx', 'report.docx'],
    ['xlsx', 'sheets.xlsx'],
  ])
  const pickSavePath = async (name: string) => join(folder, names.get(name.split('.').at(-1) ?? '') ?? name)
  const host = { shell: 'cli', pickSavePath, pickFolder: async () => folder } as const
  const core = await openCore({ dataFolder: join(place, 'county'), stateFolder: place, host })
  try {
    const api = clientOf(core)
    const sample = await api.sample.load({})
    const { period } = sample
    const { documentId } = await api.documents.draftReport(period)
    const report = savedPath(await api.documents.write({ id: documentId }))
    const sheets = savedPath(await api.sheets.write({ period }))
    await enrolSuperior(api, join(place, 'superior'))
    const { delivery, rows } = await api.bundles.export({ period })
    const files = delivery.state === 'saved' ? delivery.files.map(({ path }) => path) : []
    const [bundle = '', ...covers] = files
    const text = [
      `示例县（虚构）${period.from}至${period.to}：基层工会${sample.unions}个，学习${sample.studies}场，宣讲${sample.lectures}场，蹲点${sample.stays}次，宣传文化${sample.activities}条。`,
      `情况报告：${report}`,
      `统计表：${sheets}`,
      `上报包：${bundle}`,
      ...covers.map((cover) => `上报封面：${cover}`),
    ]
    return { value: { report, sheets, bundle, covers, rows, sample }, text: text.join('\n') }
  } finally {
    await core.close()
  }
}

/** A made-up superior with keys of its own, for which the bundle is sealed; nobody can open it afterwards. */
async function enrolSuperior(county: Api, dataFolder: string): Promise<void> {
  const office = await county.office.show()
  if (!office) throw new Error('the sample has no office')
  const core = await openCore({ dataFolder, stateFolder: dataFolder, host: { shell: 'cli' } })
  try {
    const superior = clientOf(core)
    await superior.office.set({ ...office, name: office.superior, mark: '', superior: '（虚构）省总工会' })
    const card = await superior.keys.card({ as: 'file' })
    if (card.state !== 'download') throw new Error(`the card was ${card.state}`)
    const file = card.file as File
    const { fingerprint } = (await superior.keys.show()) satisfies { fingerprint: string }
    await county.keys.accept({ file, fingerprint, role: '上级' })
  } finally {
    await core.close()
  }
}
