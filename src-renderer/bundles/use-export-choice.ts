/** What is chosen for an export (导出选项), kept in the address. */
import { useMemo } from 'react'
import type { Party } from '../../src-shared/bundle-manifest.ts'
import type { Period } from '../../src-shared/period.ts'
import { quarterOf } from '../../src-shared/periods.ts'
import { usualVolumeSize, type VolumeSize, volumeSizes } from '../../src-shared/reports.ts'
import { useAddress } from '../components/use-address.ts'
import { useShell } from '../components/use-shell.ts'

export type ExportChoice = {
  readonly to: string
  readonly period: Period
  readonly noticeId: string | null
  readonly volume: VolumeSize
  readonly isFull: boolean
  readonly withPhotos: boolean
  readonly withRepair: boolean
}

export function useExportChoice(recipients: readonly Party[]) {
  const { today } = useShell()
  const { words, change, period } = useAddress()
  const to = words.get('to-office') ?? (recipients.length === 1 ? (recipients[0]?.officeId ?? '') : '')
  const noticeId = words.get('notice')
  const volume = words.get('volume')
  const isFull = words.has('full')
  const withPhotos = !words.has('bare')
  const withRepair = words.has('repair')
  const { from, to: until } = period ?? quarterOf(today)
  const choice = useMemo<ExportChoice>(
    () => ({ to, period: { from, to: until }, noticeId, volume: volumeOf(volume), isFull, withPhotos, withRepair }),
    [to, from, until, noticeId, volume, isFull, withPhotos, withRepair],
  )
  const put = (changes: Partial<ExportChoice>) =>
    change(
      {
        ...(changes.to !== undefined && { 'to-office': changes.to }),
        ...(changes.period && { from: changes.period.from, to: changes.period.to }),
        ...(changes.noticeId !== undefined && { notice: changes.noticeId }),
        ...(changes.volume !== undefined && {
          volume: changes.volume === usualVolumeSize ? null : String(changes.volume ?? 'all'),
        }),
        ...(changes.isFull !== undefined && { full: changes.isFull ? 1 : null }),
        ...(changes.withPhotos !== undefined && { bare: changes.withPhotos ? null : 1 }),
        ...(changes.withRepair !== undefined && { repair: changes.withRepair ? 1 : null }),
      },
      { replace: true },
    )
  return { choice, change: put }
}

function volumeOf(word: string | null): VolumeSize {
  if (word === 'all') return null
  return volumeSizes.find((size) => String(size) === word) ?? usualVolumeSize
}
