/** What inspecting a bundle (查验上报包) found, as lines of a list. */
import { bundleKindNames } from '../../src-shared/bundle-manifest.ts'
import type { BundleInspection, VolumeInspection } from '../../src-shared/bundles.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import { describeRows } from '../../src-shared/report-words.ts'
import { fingerprintLabel } from '../../src-shared/statistics.ts'
import { formatMoment, formatSize } from '../components/formats.ts'
import { describeCounts } from './describe-counts.ts'

/** A wide one fills its row. */
export type InspectedItem = { readonly label: string; readonly value: string; readonly isWide?: boolean }

export function itemsOfFormat1({ manifest, fingerprint, isOwnKey }: BundleInspection): readonly InspectedItem[] {
  return [
    { label: '报送单位', value: manifest.sender.name },
    { label: '接收单位', value: manifest.recipient.name },
    { label: '统计期', value: periodWords(manifest.period) },
    { label: '内容', value: describeCounts(manifest.counts) },
    { label: '序号', value: `第${manifest.seq}个` },
    { label: '导出时间', value: formatMoment(manifest.createdAt), isWide: true },
    { label: fingerprintLabel, value: manifest.recordFingerprint ?? '导出它的程序版本较早，没有写入', isWide: true },
    { label: '签名密钥', value: `${fingerprint}${isOwnKey ? '（本单位）' : ''}`, isWide: true },
  ]
}

/** What the envelope says, and with our key what is in it. */
export function itemsOfVolume(inspection: VolumeInspection): readonly InspectedItem[] {
  const { envelope, manifest, fingerprint, isOwnKey, sealedBy } = inspection
  const { kind, volume, sender, recipient, via, seq, createdAt } = envelope
  const signer = isOwnKey ? '本单位' : sealedBy || '未登记的密钥'
  const way = via.map(({ name }) => name).join('、')
  return [
    {
      label: '种类',
      value: volume.of > 1 ? `${bundleKindNames[kind]}，第${volume.number}卷，共${volume.of}卷` : bundleKindNames[kind],
    },
    { label: '序号', value: `第${seq}个` },
    { label: '报送单位', value: sender.name },
    { label: '接收单位', value: recipient.name },
    ...(way ? [{ label: '转报单位', value: way, isWide: true }] : []),
    { label: '导出时间', value: formatMoment(createdAt), isWide: manifest?.period == null },
    ...(manifest ? contentOf(manifest) : []),
    { label: '签名密钥', value: `${fingerprint}（${signer}）`, isWide: true },
  ]
}

function contentOf(manifest: NonNullable<VolumeInspection['manifest']>): readonly InspectedItem[] {
  const { period, notice, counts, attachments, base, declaredEmpty, correction, fingerprint } = manifest
  const files = attachments.count === 0 ? '没有' : `${attachments.count}个，${formatSize(attachments.bytes)}`
  return [
    ...(period ? [{ label: '统计期', value: periodWords(period) }] : []),
    ...(period ? [{ label: '带来的记录', value: describeRows(counts), isWide: true }] : []),
    { label: '佐证文件', value: files },
    ...(period ? [{ label: '范围', value: base ? '上次回执以后的改动' : '全部记录' }] : []),
    ...(notice
      ? [{ label: '答复的通知', value: `${notice.title}（${notice.number || notice.issuer}）`, isWide: true }]
      : []),
    ...(declaredEmpty.length > 0
      ? [
          {
            label: '零报告',
            value: declaredEmpty.map(({ what, reason }) => `${what}：${reason}`).join('；'),
            isWide: true,
          },
        ]
      : []),
    ...(correction ? [{ label: '更正说明', value: correction, isWide: true }] : []),
    ...(fingerprint ? [{ label: fingerprintLabel, value: fingerprint, isWide: true }] : []),
  ]
}
