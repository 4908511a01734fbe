/** 归卷: what bundles lie on a stick, without taking any of them in. */
import { basename } from 'node:path'
import { bundleKindNames } from '../../src-shared/bundle-manifest.ts'
import type { ScannedBundle, ScannedBundles } from '../../src-shared/bundles.ts'
import type { Command } from './command.ts'

export const scanCommand: Command = {
  name: 'bundle scan',
  usage: 'DIR',
  summary: '看U盘或文件夹里有哪些上报包：缺哪一卷、是不是给本单位的；不接收，也不写入',
  words: 1,
  options: [],
  async run(api, { words: [given = ''], pathOf }) {
    const scanned = await api.bundles.scan({ folder: pathOf(given) })
    return { value: scanned, text: linesOf(scanned).join('\n') }
  },
}

function linesOf({ bundles, duplicates, foreign, refused, repairs, isCut }: ScannedBundles): string[] {
  return [
    `找到${bundles.length}个包，重复的文件${duplicates.length}个，给别的单位的${foreign.length}个，读不了的${refused.length}个`,
    ...bundles.map(lineOf),
    ...duplicates.map(({ path, of }) => `${basename(path)}：与${basename(of)}内容相同`),
    ...[...foreign, ...refused].map(({ path, words }) => `${basename(path)}：${words}`),
    ...repairs.map(({ path }) => `${basename(path)}：修复卷，与各卷一起导入时能补回缺的一卷`),
    ...(isCut ? ['文件太多，只看了一部分，请选小一些的文件夹。'] : []),
  ]
}

function lineOf({ envelope: { sender, kind, seq, volume }, missing }: ScannedBundle): string {
  const state = missing || (volume.of > 1 ? `${volume.of}卷齐全` : '完整')
  return `${sender.name}　${bundleKindNames[kind]}第${seq}号　${state}`
}
