/** What the window says of a backup beside what it holds: when it was made, how large it is. */

export function moment(at: string): string {
  return new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })
}

export function sizeWords(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
