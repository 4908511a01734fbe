/** What inspecting a bundle (查验上报包) found, as the command line prints it. */
import { bundleKindNames } from '../../src-shared/bundle-manifest.ts'
import type { BundleInspection, Inspection, VolumeInspection } from '../../src-shared/bundles.ts'
import { describeRows } from '../../src-shared/report-words.ts'

export function inspectionText(inspection: Inspection): string {
  const lines = 'envelope' in inspection ? volumeLines(inspection) : linesOfFormat1(inspection)
  return [...lines, `签名密钥：${inspection.fingerprint}`].join('\n')
}

function linesOfFormat1({ manifest, isOwnKey }: BundleInspection): string[] {
  const { sender, seq, period, counts, recordFingerprint } = manifest
  const { study, lecture, stay, grassrootsUnion } = counts
  const rows = `学习${study}条、宣讲${lecture}条、蹲点${stay}条、基层工会${grassrootsUnion}个`
  return [
    `上报包完好，签名有效${isOwnKey ? '（本机签出）' : ''}。`,
    `${sender.name}第${seq}号，期间${period.from}至${period.to}，${rows}`,
    ...(recordFingerprint ? [`取数指纹：${recordFingerprint}`] : []),
  ]
}

function volumeLines({ envelope, manifest, closedReason, isOwnKey, sealedBy }: VolumeInspection): string[] {
  const { kind, volume, sender, recipient, via, seq } = envelope
  const which = `${bundleKindNames[kind]}${volume.of > 1 ? `第${volume.number}卷（共${volume.of}卷）` : ''}`
  const signer = isOwnKey ? '（本机签出）' : sealedBy ? `（${sealedBy}）` : ''
  const lines = [
    `${which}完好，签名有效${signer}。`,
    `${[sender, ...via, recipient].map(({ name }) => name).join(' → ')}，第${seq}号`,
  ]
  if (!manifest) return [...lines, `内容没有打开：${closedReason}`]
  const { period, counts, fingerprint, attachments } = manifest
  if (period) lines.push(`期间${period.from}至${period.to}，${describeRows(counts)}，佐证文件${attachments.count}个`)
  if (fingerprint) lines.push(`取数指纹：${fingerprint}`)
  return lines
}
