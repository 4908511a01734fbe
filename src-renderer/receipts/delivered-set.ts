/** Files that were delivered (交付的文件): handed to the browser, and where they are in a sentence. */
import type { SetDelivery } from '../../src-shared/delivery.ts'
import { saveFile } from '../save-file.ts'

export function saveSet(delivery: SetDelivery): void {
  if (delivery.state === 'download') for (const file of delivery.downloads) saveFile(file)
}

export function whereSet(delivery: SetDelivery): string {
  if (delivery.state === 'saved') return `已写到“${delivery.folder}”，文件已读回核对，可以拔出U盘。`
  return delivery.state === 'download' ? `已交给浏览器下载，共${delivery.files.length}个文件。` : '已取消。'
}
