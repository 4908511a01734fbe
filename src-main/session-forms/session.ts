/** A session for which forms are printed (会前表单): what a study or a lecture, held or planned, says of itself. */
import type { Kysely } from 'kysely'
import { chineseDate } from '../../src-shared/chinese.ts'
import type { SessionKind } from '../../src-shared/session-forms.ts'
import type { Tables } from '../database/tables.ts'
import { findOffice } from '../office.ts'
import { getRecord } from '../records/records.ts'

export type Session = {
  readonly kind: SessionKind
  readonly day: string
  readonly topic: string
  /** 2026年11月5日 9:00至11:30 */
  readonly time: string
  readonly place: string
  readonly organiser: string
  readonly host: string
  /** 主讲（领学）人 or 宣讲人. */
  readonly speakers: string
  /** 应到; null when it is not known. */
  readonly due: number | null
  /** 学习篇目, the topic of a lecture. */
  readonly agenda: string
  readonly decisions: string
}

/** @throws Problem NOT_FOUND */
export async function findSession(db: Kysely<Tables>, kind: SessionKind, id: string): Promise<Session> {
  const office = (await findOffice(db))?.name ?? ''
  if (kind === 'study') {
    const study = await getRecord(db, 'study', id)
    const hours = [study.startTime, study.endTime].filter((time) => time !== null).join('至')
    return {
      kind,
      day: study.date,
      topic: study.topic,
      time: `${chineseDate(study.date)}${hours}`,
      place: study.place,
      organiser: study.organiser,
      host: study.host,
      speakers: study.leadSpeaker,
      due: study.dueCount,
      agenda: study.materials || study.topic,
      decisions: study.decisions,
    }
  }
  const lecture = await getRecord(db, 'lecture', id)
  return {
    kind,
    day: lecture.date,
    topic: lecture.topic,
    time: chineseDate(lecture.date),
    place: lecture.place,
    organiser: lecture.organiser || office,
    host: '',
    speakers: lecture.speakers.map(({ name }) => name).join('、'),
    due: lecture.audienceOnSite,
    agenda: lecture.topic,
    decisions: '',
  }
}
