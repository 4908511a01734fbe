/** Hands a finished file to the person through the browser's download (下载). */
import type { DeliveredFile } from '../src-shared/delivery.ts'

/** Saves a delivery of state `download` under its own name. */
export function saveFile(file: DeliveredFile): void {
  const address = URL.createObjectURL(file as File)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser reads the file after this turn; a minute is ample and then the memory is free again.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
