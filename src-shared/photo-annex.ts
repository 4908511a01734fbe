/** The photo page (照片页): photos of a period's records laid out as an annex of a document, two in a row or one. */
import type { PeriodPhoto } from './attachments.ts'
import { chineseDate } from './chinese.ts'
import type { PictureBlock, TextAnnex } from './documents.ts'

export type PhotosPerRow = 1 | 2

/**
 * Millimetres: three rows of two, or two of one, stand on the first page of an annex below its label and title, each
 * above a caption of two lines.
 */
const room = { 1: { width: 120, height: 72 }, 2: { width: 75, height: 41 } } as const
const narrowest = 10
/** Characters of a caption: two lines below a picture that takes half of the line. */
const longestCaption = { 1: 72, 2: 36 } as const

export function photoAnnex(photos: readonly PeriodPhoto[], perRow: PhotosPerRow): TextAnnex {
  return {
    title: '工作照片',
    blocks: photos.flatMap((photo, index): PictureBlock[] => {
      const { viewSha256, width, height } = photo.attachment
      if (viewSha256 === null || width === null || height === null) return []
      const widest = Math.min(room[perRow].width, (room[perRow].height * width) / height)
      return [
        {
          kind: 'picture',
          sha256: viewSha256,
          type: 'image/jpeg',
          width,
          height,
          printedWidth: Math.max(narrowest, Math.round(widest * 10) / 10),
          caption: captionOf(photo, longestCaption[perRow]),
          ...(perRow === 2 && index % 2 === 1 ? { isBeside: true as const } : {}),
        },
      ]
    }),
  }
}

/** So many of each kind of record, from as many different records as there are. */
export function choosePhotos(photos: readonly PeriodPhoto[], ofEachKind: number): PeriodPhoto[] {
  const rounds = new Map<string, number>()
  const ranked = photos.map((photo) => {
    const round = rounds.get(photo.record.id) ?? 0
    rounds.set(photo.record.id, round + 1)
    return { photo, round }
  })
  const chosen = new Set<PeriodPhoto>()
  for (const kind of new Set(photos.map(({ record }) => record.kind))) {
    const ofKind = ranked
      .filter(({ photo }) => photo.record.kind === kind)
      .sort((one, other) => one.round - other.round)
    for (const { photo } of ofKind.slice(0, ofEachKind)) chosen.add(photo)
  }
  return photos.filter((photo) => chosen.has(photo))
}

/** 2026年11月5日，主题（地点）: the clerk's own caption instead of the topic. */
function captionOf({ attachment, record }: PeriodPhoto, longest: number): string {
  const day = `${chineseDate(attachment.takenOn ?? record.day)}，`
  const place = record.place ? `（${record.place}）` : ''
  const topic = attachment.caption || record.title
  const left = longest - day.length
  if (topic.length + place.length <= left) return day + topic + place
  return day + (topic.length <= left ? topic : `${topic.slice(0, left - 1)}…`)
}
