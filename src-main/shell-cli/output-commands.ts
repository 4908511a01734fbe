/** Commands that make papers: reports (报告) and bundles (上报包). */
import { basename } from 'node:path'
import type { Delivery } from '../../src-shared/delivery.ts'
import type { Period } from '../../src-shared/period.ts'
import { inspectApart } from '../core.ts'
import type { Command } from './command.ts'
import { inspectionText } from './inspection-text.ts'
import { readBytes } from './json-file.ts'
import { periodOf } from './rows.ts'

export const outputCommands: readonly Command[] = [
  {
    name: 'report draft',
    usage: '--from D --to D',
    summary: '起草期间情况报告，答复文稿编号',
    words: 0,
    options: ['from', 'to'],
    required: ['from', 'to'],
    async run(api, { options }) {
      const drafted = await api.documents.draftReport(periodOf(options))
      return { value: drafted, text: `已起草情况报告，编号${drafted.documentId}` }
    },
  },
  {
    name: 'bundle inspect',
    usage: 'F',
    summary: '查验上报包',
    words: 1,
    options: [],
    async runApart(dataFolder, { words: [given = ''], pathOf }) {
      const path = pathOf(given)
      const file = new File([await readBytes(path)], basename(path))
      const inspection = await inspectApart(dataFolder, file, process.env.XUEXUAN_PASSPHRASE)
      return { value: inspection, text: inspectionText(inspection) }
    },
  },
  {
    name: 'bundle key',
    usage: '',
    summary: '显示本机签名密钥的指纹',
    words: 0,
    options: [],
    async run(api) {
      const key = await api.bundles.key()
      return { value: key, text: key.fingerprint }
    },
  },
]

/** The path of what was saved: the command line always gives a place. */
export function savedPath(delivery: Delivery): string {
  if (delivery.state !== 'saved') throw new Error(`the command line gave a path, yet the file was ${delivery.state}`)
  return delivery.path
}

/** First to last day of the quarter in which `today` lies. */
export function quarterOf(today: string): Period {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const first = Math.floor((month - 1) / 3) * 3
  const day = (date: number) => new Date(date).toISOString().slice(0, 10)
  return { from: day(Date.UTC(year, first, 1)), to: day(Date.UTC(year, first + 3, 0)) }
}
