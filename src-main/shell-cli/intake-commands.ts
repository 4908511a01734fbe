/** Commands of taking in what the offices below us report (接收上报包). */
import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Api } from '../../src-shared/contract.ts'
import { figureName, figureText } from '../../src-shared/figure-words.ts'
import type { BundleEffect, BundlePreview, IntakeSummary, StagedFile, TotalsEffect } from '../../src-shared/intake.ts'
import { Problem } from '../../src-shared/problems.ts'
import { localDayOf } from '../../src-shared/report-state.ts'
import type { Call, Command } from './command.ts'

export const intakeCommands: readonly Command[] = [
  {
    name: 'bundle preview',
    usage: 'F…',
    summary: '看接收上报包会改变什么，不导入；F可以是文件夹',
    words: 1,
    hasMoreWords: true,
    options: [],
    async run(api, call) {
      const known = new Set((await api.intake.list({ limit: 10_000 })).map(({ bundleId }) => bundleId))
      const { files, bundleIds } = await stageGiven(api, call)
      const preview = bundleIds.length === 0 ? { bundles: [], totals: [] } : await api.intake.preview({ bundleIds })
      // Looking leaves nothing behind.
      for (const bundleId of bundleIds) if (!known.has(bundleId)) await api.intake.discard({ bundleId })
      const text = [...filesText(files), ...preview.bundles.flatMap(previewText), ...totalsText(preview.totals)]
      return { value: { files, ...preview }, text: text.join('\n') }
    },
  },
  {
    name: 'bundle import',
    usage: 'F… [--accept-red]',
    summary: '接收上报包：一个、一百个或一个文件夹，逐个核对后导入',
    details: ['--accept-red  有红色提示（如封面合计与记录不符）的也导入，请先打电话核实'],
    words: 1,
    hasMoreWords: true,
    options: [],
    flags: ['accept-red'],
    async run(api, call) {
      const { files, bundleIds } = await stageGiven(api, call)
      const acceptRed = call.flags['accept-red'] ? ('all' as const) : []
      const summary: IntakeSummary =
        bundleIds.length === 0 ? { bundles: [], totals: [] } : await api.intake.import({ bundleIds, acceptRed })
      const text = [...filesText(files), ...summaryText(summary), ...totalsText(summary.totals)]
      return { value: { files, ...summary }, text: text.join('\n') }
    },
  },
  {
    name: 'bundle undo',
    usage: 'ID',
    summary: '撤销一个上报包的导入，该单位的数据按其余的包重新算出',
    words: 1,
    options: [],
    async run(api, { words: [bundleId = ''] }) {
      await api.intake.undo({ bundleId })
      return { value: { bundleId }, text: `已撤销${bundleId}，文件仍在存档里，可以再次导入。` }
    },
  },
  {
    name: 'bundle received',
    usage: '',
    summary: '列出收到的上报包，新的在前',
    words: 0,
    options: [],
    async run(api) {
      const bundles = await api.intake.list({})
      const lines = bundles.map(
        (one) => `${one.state}　${one.officeName}第${one.seq}号　${localDayOf(one.receivedAt)}收　${one.bundleId}`,
      )
      return { value: bundles, text: [`收到的上报包${bundles.length}个`, ...lines].join('\n') }
    },
  },
  {
    name: 'bundle held',
    usage: '',
    summary: '列出没有并入的记录：规则、字段和原因',
    words: 0,
    options: [],
    async run(api) {
      const rows = await api.intake.held({})
      const lines = rows.map(
        (row) => `${row.result}　${row.title || row.rowId}　${row.rule}　${row.field}　${row.words}`,
      )
      return { value: rows, text: [`没有并入的记录${rows.length}条`, ...lines].join('\n') }
    },
  },
  {
    name: 'bundle rebuild',
    usage: '--archive DIR --out DIR',
    summary: '从存档的上报包文件重建接收库，核对与现用的是否一致',
    words: 0,
    options: ['archive', 'out'],
    required: ['archive', 'out'],
    async run(api, { options: { archive = '', out = '' }, pathOf }) {
      const rebuilt = await api.intake.rebuild({ archive: pathOf(archive), out: pathOf(out) })
      const text = [
        `重建了${rebuilt.bundles}个上报包，${rebuilt.isSame ? '与现用的接收库完全一致' : '与现用的接收库不一致'}。`,
        `状态根：${rebuilt.root}`,
        ...rebuilt.offices.map(({ name, rows, isSame }) => `${name}：${rows}条${isSame ? '' : '，不一致'}`),
        ...rebuilt.leftOut.map(({ fileName, words }) => `没有计入：${fileName}，${words}`),
      ]
      return { value: rebuilt, text: text.join('\n') }
    },
  },
]

async function stageGiven(api: Api, { words, pathOf }: Call) {
  const paths: string[] = []
  for (const word of words) paths.push(...(await filesAt(api, pathOf(word))))
  if (paths.length === 0) throw new Problem('INVALID_INPUT', '这个文件夹里没有上报包（.ghb）文件，请核对位置。')
  const opened = await Promise.all(paths.map(async (path) => new File([await openAsBlob(path)], basename(path))))
  const files = await api.intake.stage({ files: opened })
  return { files, bundleIds: [...new Set(files.flatMap(({ bundleId }) => bundleId ?? []))] }
}

/** A file as it is named; of a folder the bundles in it and below. @throws Problem FILE_UNREADABLE */
async function filesAt(api: Api, path: string): Promise<string[]> {
  const facts = await stat(path).catch((cause) => {
    throw new Problem('FILE_UNREADABLE', `没有找到“${path}”，请核对文件名和位置。`, { cause })
  })
  if (!facts.isDirectory()) return [path]
  const { bundles, duplicates, foreign, refused, repairs } = await api.bundles.scan({ folder: path })
  const found = [...bundles.flatMap(({ volumes }) => volumes), ...duplicates, ...foreign, ...refused, ...repairs]
  return found.map((file) => file.path).sort()
}

function filesText(files: readonly StagedFile[]): string[] {
  const count = (outcome: StagedFile['outcome']) => files.filter((file) => file.outcome === outcome).length
  const counts = `收下${count('已收')}个文件，已有${count('已有')}个，拒收${count('拒收')}个，警报${count('警报')}个`
  const refused = files.filter(({ outcome }) => outcome === '拒收' || outcome === '警报')
  return [counts, ...refused.map(({ outcome, fileName, words }) => `${outcome}　${fileName}　${words}`)]
}

function previewText({ bundle, effect, words, held }: BundlePreview): string[] {
  const name = `${bundle.officeName}第${bundle.seq}号`
  if (effect === null) return [`${name}：${words}`]
  return [
    `${name}：${rowsText(effect)}`,
    ...effect.flags.map((flag) => `  ${flag.level}　${flag.code}　${flag.words}`),
    ...held.map((row) => `  ${row.result}　${row.title || row.rowId}　${row.rule}　${row.field}　${row.words}`),
  ]
}

function summaryText({ bundles }: IntakeSummary): string[] {
  const count = (outcome: string) => bundles.filter((one) => one.outcome === outcome).length
  const others = bundles.filter(({ outcome }) => outcome !== '已导入')
  return [
    `导入${count('已导入')}个上报包，${others.length}个没有导入`,
    ...bundles.flatMap((one) => (one.effect ? [`${one.officeName}第${one.seq}号：${rowsText(one.effect)}`] : [])),
    ...others.map((one) => `${one.outcome}　${one.officeName}第${one.seq}号　${one.words}`),
  ]
}

function rowsText({ rows }: BundleEffect): string {
  const parts = Object.entries(rows).filter(([, count]) => count > 0)
  return parts.length === 0 ? '没有记录' : parts.map(([fate, count]) => `${fate}${count}`).join('，')
}

function totalsText(totals: readonly TotalsEffect[]): string[] {
  return totals.flatMap(({ period, figures }) => [
    `${period.from}至${period.to}全部下级合计${figures.length === 0 ? '没有变化' : '：'}`,
    ...figures.map(
      ({ key, before, after }) => `  ${figureName(key)}　${figureText(key, before)} → ${figureText(key, after)}`,
    ),
  ])
}
