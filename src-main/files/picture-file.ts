/** Pictures as files (图片文件): PNG and JPEG, known by their bytes, whole, with their size and the way they are turned. */
import { Problem } from '../../src-shared/problems.ts'
import { readJpeg } from './jpeg-file.ts'
import type { PictureFile } from './picture-facts.ts'
import { readPng } from './png-file.ts'

/** Programs unpack a picture to four bytes a pixel: the largest telephones take 200 million, a bomb claims thousands. */
const most = { pixels: 250_000_000, across: 30_000 }

/** @throws Problem FILE_UNREADABLE: another format, damaged, or so many pixels that no program would show it */
export function readPictureFile(bytes: Uint8Array): PictureFile {
  const picture = startsWith(bytes, '\x89PNG')
    ? readPng(bytes)
    : startsWith(bytes, '\xff\xd8\xff')
      ? readJpeg(bytes)
      : null
  if (picture === null) throw unreadable(otherFormat(bytes))
  if (picture === undefined) throw unreadable('图片不完整或已损坏，没有添加。请重新保存或另要一份。')
  if (picture === 'unusual')
    throw unreadable('这种JPEG图片Word和WPS打不开，没有添加。请用看图软件另存为普通的JPEG或PNG后再添加。')
  const { width, height } = picture
  if (width > most.across || height > most.across || width * height > most.pixels)
    throw unreadable(`图片有${width}×${height}个像素，过大，没有添加。请缩小后再添加。`)
  return picture
}

/** Width and height as the picture is looked at. */
export function uprightSize({ width, height, turns }: PictureFile): { width: number; height: number } {
  return turns % 2 === 1 ? { width: height, height: width } : { width, height }
}

/** What a clerk may have chosen instead. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^GIF8/, 'GIF'],
  [/^RIFF....WEBP/s, 'WebP'],
  [/^....ftyp(?:hei|hev|mif1|msf1)/s, 'HEIC'],
  [/^....ftypavi/s, 'AVIF'],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
  [/^BM/, 'BMP'],
  [/^%PDF/, 'PDF'],
  [/<svg[\s>]/i, 'SVG'],
]

function otherFormat(bytes: Uint8Array): string {
  if (bytes.length === 0) return '图片文件是空的，没有添加，请另选一个。'
  const start = String.fromCharCode(...bytes.subarray(0, 1000))
  const [, name] = others.find(([pattern]) => pattern.test(start)) ?? []
  if (name === undefined) return '这不是PNG或JPEG图片，没有添加，请另选一个。'
  return `这是${name}文件，公文里只能放PNG或JPEG图片，没有添加。请另存为PNG或JPEG后再添加。`
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((char, index) => bytes[index] === char.charCodeAt(0))
}

function unreadable(sentence: string): Problem {
  return new Problem('FILE_UNREADABLE', sentence)
}
