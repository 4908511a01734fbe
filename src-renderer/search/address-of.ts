/** Where a thing that was found is opened (打开的地址). */
import type { Hit } from '../../src-shared/search.ts'

export function addressOf({ kind, id, noticeId }: Hit): string {
  switch (kind) {
    case 'study':
      return `/studies?record=${id}`
    case 'lecture':
      return `/lectures?record=${id}`
    case 'stay':
      return `/stays?record=${id}`
    case 'activity':
      return `/activities?record=${id}`
    case 'union':
      return `/unions?record=${id}`
    case 'cadre':
    case 'lecturer':
    case 'lectureTeam':
    case 'studyGroup':
    case 'venue':
    case 'material':
      return `/registers/${kind}?record=${id}`
    case 'notice':
      return `/notices/${id}`
    case 'requirement':
      return `/notices/${noticeId}/requirements`
    case 'document':
      return `/documents/${id}`
    case 'incoming':
      return `/documents/incoming?record=${id}`
  }
}
