/** Moments and sizes (时间、大小) as people read them. */
import dayjs from 'dayjs'

/** An ISO moment in the office's own time: 2026-11-21 14:30. */
export function formatMoment(moment: string): string {
  return dayjs(moment).format('YYYY-MM-DD HH:mm')
}

/** The time of day of an ISO moment: 14:30. */
export function formatTime(moment: string): string {
  return dayjs(moment).format('HH:mm')
}

/** Bytes: 820 字节, 12.4 KB, 3.1 MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
