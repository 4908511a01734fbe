/** A small picture of an attached file (缩略图); what is no picture shows what it is. */
import { FileExcelOutlined, FilePdfOutlined, FileTextOutlined, FileWordOutlined } from '@ant-design/icons'
import type { Attachment } from '../../src-shared/attachments.ts'
import { useFileUrl } from './use-file-url.ts'

export function Thumbnail({ attachment }: { readonly attachment: Attachment }) {
  const { url, isMissing } = useFileUrl(attachment, 'thumbnail')
  if (attachment.viewSha256 === null) return <span className="evidence-icon">{iconOf(attachment)}</span>
  if (isMissing) return <span className="evidence-icon">图片文件不见了</span>
  return url ? <img src={url} alt={nameOf(attachment)} draggable={false} /> : <span className="evidence-icon" />
}

/** How a file is called where it is spoken of. */
export function nameOf({ caption, fileName }: Attachment): string {
  return caption || fileName
}

function iconOf({ mediaType }: Attachment) {
  if (mediaType === 'application/pdf') return <FilePdfOutlined />
  if (mediaType.includes('spreadsheet')) return <FileExcelOutlined />
  return mediaType.includes('wordprocessing') ? <FileWordOutlined /> : <FileTextOutlined />
}
