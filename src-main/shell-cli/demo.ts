/** The demonstration (演示): the whole chain on a fresh ledger, leaving the three outputs behind. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientOf, openCore } from '../core.ts'
import type { Call, Outcome } from './command.ts'
import { savedPath } from './output-commands.ts'
import { makeFolder } from './save-path.ts'

/** @throws Problem */
export async function runDemo({ options, pathOf }: Call): Promise<Outcome> {
  const folder = pathOf(options.out ?? '')
  await makeFolder(folder)
  const dataFolder = await mkdtemp(join(tmpdir(), 'xuexuan-demo-'))
  try {
    return await makeAll(folder, dataFolder)
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function makeAll(folder: string, dataFolder: string): Promise<Outcome> {
  const names = new Map([
    ['docx', 'report.docx'],
    ['xlsx', 'sheets.xlsx'],
  ])
  const pickSavePath = async (name: string) => join(folder, names.get(name.split('.').at(-1) ?? '') ?? name)
  const core = await openCore({ dataFolder, stateFolder: dataFolder, host: { shell: 'cli', pickSavePath } })
  try {
    const api = clientOf(core)
    const sample = await api.sample.load({})
    const { period } = sample
    const { documentId } = await api.documents.draftReport(period)
    const report = savedPath(await api.documents.write({ id: documentId }))
    const sheets = savedPath(await api.sheets.write({ period }))
    const exported = await api.bundles.export({ period })
    const bundle = savedPath(exported.delivery)
    const text = [
      `示例县（虚构）${period.from}至${period.to}：基层工会${sample.unions}个，学习${sample.studies}场，宣讲${sample.lectures}场，蹲点${sample.stays}次，宣传文化${sample.activities}条。`,
      `情况报告：${report}`,
      `统计表：${sheets}`,
      `上报包：${bundle}`,
    ]
    return { value: { report, sheets, bundle, counts: exported.counts, sample }, text: text.join('\n') }
  } finally {
    await core.close()
  }
}
