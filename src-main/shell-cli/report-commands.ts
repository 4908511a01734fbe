/** Commands of reporting upward (上报): export, its cover page, what went out. */

import { isDay } from '../../src-shared/fields.ts'
import type { Period } from '../../src-shared/period.ts'
import { recordKinds } from '../../src-shared/record-kinds.ts'
import { describeRows } from '../../src-shared/report-words.ts'
import { type VolumeSize, volumeSizes } from '../../src-shared/reports.ts'
import { type Call, type Command, oneOfWords, usageFault } from './command.ts'
import { quarterOf, savedPath } from './output-commands.ts'

const unlimited = '无限'

export const reportCommands: readonly Command[] = [
  {
    name: 'bundle export',
    usage: '[--to 上级] --out DIR [--volume 5|15|35|无限] [--full] [--repair] [--notice ID] [--from D --to D]',
    summary: '导出报给上级的上报包；不写期间就是本季度',
    details: [
      '--to 写上级的名称或编号，只登记了一个上级的可以不写；写日期就是统计期的最后一天，两个都可以写。',
      '--full 全部重报；不写就只带上次回执以后改过的。--without-photos 不带照片和其他佐证文件。',
      '--repair 分卷时多写一个修复卷：任何一卷丢失或损坏，都能从它和其余各卷补回。',
      '--zero 零报告的原因；--correction 更正的原因。',
    ],
    words: 0,
    options: ['out', 'to', 'from', 'volume', 'notice', 'zero', 'correction'],
    flags: ['full', 'without-photos', 'repair'],
    required: ['out'],
    out: 'folder',
    async run(api, call) {
      const { options, flags } = call
      const period = givenPeriod(call) ?? quarterOf((await api.shell.abilities()).today)
      const reasons = options.zero ? recordKinds.map((kind) => ({ kind, reason: options.zero ?? '' })) : []
      const done = await api.bundles.export({
        to: call.every('to').findLast((word) => !isDay(word)) ?? '',
        period,
        noticeId: options.notice ?? null,
        volume: volumeOf(options.volume),
        isFull: flags.full ?? false,
        withPhotos: !flags['without-photos'],
        withRepair: flags.repair ?? false,
        reasons,
        correction: options.correction ?? '',
      })
      const { delivery, ...told } = done
      if (delivery.state !== 'saved')
        throw new Error(`the command line gave a folder, yet the files were ${delivery.state}`)
      const { attachments, recipient, seq, rows } = done
      const text = [
        `已导出第${seq}号上报包，报给${recipient.name}，期间${period.from}至${period.to}：`,
        ...delivery.files.map(({ path, sha256 }) => `  ${path}  SHA-256 ${sha256.slice(0, 16)}…`),
        `${describeRows(rows)}；佐证文件${attachments.count}个`,
        ...(attachments.missing > 0 ? [`有${attachments.missing}个佐证文件不在本机，没有带上。`] : []),
        '文件已写完并核对，可以拔出U盘。',
      ]
      return {
        value: { ...told, folder: delivery.folder, files: delivery.files, file: delivery.files[0]?.path },
        text: text.join('\n'),
      }
    },
  },
  {
    name: 'bundle cover',
    usage: 'ID --out DIR',
    summary: '再写一份上报包的封面（Word 和 Excel）',
    words: 1,
    options: ['out'],
    required: ['out'],
    out: 'folder',
    async run(api, { words: [bundleId = ''] }) {
      const paths = []
      for (const as of ['docx', 'xlsx'] as const) paths.push(savedPath(await api.bundles.cover({ bundleId, as })))
      return { value: { files: paths }, text: ['已写出封面：', ...paths].join('\n') }
    },
  },
  {
    name: 'bundle list',
    usage: '',
    summary: '列出导出过的上报包和上级的回执',
    words: 0,
    options: [],
    async run(api) {
      const bundles = await api.bundles.list()
      const lines = bundles.map(
        ({ seq, files, recipient, receipt, createdAt }) =>
          `第${seq}号  ${files[0]?.name ?? ''}  ${recipient}  ${receipt}  ${createdAt}`,
      )
      return { value: bundles, text: [`导出过的上报包${bundles.length}个`, ...lines].join('\n') }
    },
  },
]

function volumeOf(given: string | undefined): VolumeSize {
  if (given === undefined) return 15
  if (given === unlimited) return null
  return Number(oneOfWords(given, [...volumeSizes.map(String), unlimited])) as VolumeSize
}

function givenPeriod({ options: { from }, every }: Call): Period | null {
  const to = every('to').findLast(isDay)
  if (from === undefined && to === undefined) return null
  if (from === undefined || to === undefined) throw usageFault('--from 和 --to 应同时写，或者都不写（就是本季度）。')
  return { from, to }
}
