/** The name of a bundle file (上报包文件名): says who, when and which, and is safe on Windows, on sticks and in mail. */
import { type BundleKind, bundleKindNames } from '../../src-shared/bundle-manifest.ts'
import type { Period } from '../../src-shared/period.ts'

/** e.g. `云山县总工会_2026年10-12月_上报包_0001_第2卷共3卷.ghb` */
export function volumeFileName(
  { sender, period, kind, seq }: { sender: { name: string }; period: Period | null; kind: BundleKind; seq: number },
  volume: { number: number; of: number },
): string {
  const which = [
    partOfName(sender.name),
    period && wordsOf(period),
    bundleKindNames[kind],
    String(seq).padStart(4, '0'),
  ]
  if (volume.of > 1) which.push(`第${volume.number}卷共${volume.of}卷`)
  return `${which.filter((word) => word !== null).join('_')}.ghb`
}

/** e.g. `云山县总工会_2026年10-12月_上报包_0001_修复卷.ghb` */
export function repairFileName(manifest: Parameters<typeof volumeFileName>[0]): string {
  return volumeFileName(manifest, { number: 1, of: 1 }).replace(/\.ghb$/, '_修复卷.ghb')
}

/** Short enough that the whole name stays below 255 bytes of UTF-8. */
function partOfName(office: string): string {
  const who = [...office]
    .filter((character) => character >= ' ' && !'<>:"/\\|?*\u007f'.includes(character))
    .slice(0, 40)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return who || '本单位'
}

/** Whole months by their names, anything else by its days. */
function wordsOf({ from, to }: Period): string {
  const [fromYear = '', fromMonth = ''] = from.split('-')
  const [toYear, toMonth = ''] = to.split('-')
  const isWhole = from.endsWith('-01') && to === lastDayOf(to)
  if (!isWhole || fromYear !== toYear) return from === to ? from : `${from}至${to}`
  if (fromMonth === '01' && toMonth === '12') return `${fromYear}年`
  const months = fromMonth === toMonth ? `${Number(fromMonth)}` : `${Number(fromMonth)}-${Number(toMonth)}`
  return `${fromYear}年${months}月`
}

function lastDayOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
