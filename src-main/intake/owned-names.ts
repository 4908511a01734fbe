/**
 * Names that only their own office knows (各单位自有名称): 城关镇 of one county is not that of the next, nor is its 李红梅.
 * Where the rows of several offices lie together each of them says whose it is (云山县·城关镇), so that whatever groups,
 * lists or quotes them keeps them apart and needs not know of it. The rows themselves stay as they came.
 */

/** 公众号, 工人日报 and the like (媒体) are no office's own. */
const ownNames: Readonly<Record<string, readonly string[]>> = {
  grassrootsUnion: ['township'],
  study: ['organiser', 'partyOrganisation', 'host', 'leadSpeaker'],
  lecture: ['organiser', 'team'],
  stay: ['unitName', 'township'],
  activity: ['organiser'],
}

/** Lists of people: in a row that names its place it would be too much before each of them, so it stands beside the name. */
const people: Readonly<Record<string, readonly string[]>> = { lecture: ['speakers'], stay: ['cadres'] }

/** The columns of a table for a view of it, those names with their office's label from `temp.deskOffice`. */
export function columnsWithOwner(table: string, columns: readonly string[]): string {
  const owner = `coalesce((SELECT label || '·' FROM temp.deskOffice WHERE deskOffice.id = ${table}.officeId), '')`
  return columns
    .map((column) => {
      const name = `"${column}"`
      // What is not filled in is nobody's.
      if (ownNames[table]?.includes(column))
        return `CASE WHEN ${name} = '' THEN '' ELSE ${owner} || ${name} END AS ${name}`
      if (people[table]?.includes(column))
        return `(SELECT json_group_array(json_set(value, '$.of', ${owner})) FROM json_each(${table}.${name})) AS ${name}`
      return name
    })
    .join(', ')
}

type Office = {
  readonly officeId: string
  readonly name: string
  readonly divisionCode: string
  /** null directly under the top. */
  readonly parentId: string | null
}

/**
 * What each office is called before a name of its own: 云山县 for 云山县总工会. Two of one name have the office above
 * them before it (固川市城关区), and where that does not tell them apart their code or their id behind it.
 */
export function officeLabels(offices: readonly Office[]): ReadonlyMap<string, string> {
  const byId = new Map(offices.map((office) => [office.officeId, office]))
  const short = ({ name }: Office) => name.replace(/(?<=.)总工会$/u, '')
  const above = (office: Office) => {
    const parent = office.parentId === null ? undefined : byId.get(office.parentId)
    return `${parent ? short(parent) : ''}${short(office)}`
  }
  const ways = [
    short,
    above,
    (office: Office) => `${above(office)}（${office.divisionCode}）`,
    (office: Office) => `${above(office)}（${office.officeId}）`,
  ]
  const called = ways.map((way) => countEach(offices.map(way)))
  const isOwn = (name: string, index: number) => called[index]?.get(name) === 1
  return new Map(
    offices.map((office) => [office.officeId, ways.map((way) => way(office)).find(isOwn) ?? office.officeId]),
  )
}

function countEach(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
