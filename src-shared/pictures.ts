/** A picture in the content store (图片): what a document needs to know of it. */
import { z } from 'zod'
import type { PictureBlock } from './documents.ts'
import { form } from './fields.ts'

export const addPictureSchema = form({ file: z.file({ error: '应为文件' }) })
export const pictureKey = form({ sha256: z.string({ error: '应为SHA-256' }).regex(/^[0-9a-f]{64}$/, '应为SHA-256') })

export type StoredPicture = Pick<PictureBlock, 'sha256' | 'type' | 'width' | 'height'>
