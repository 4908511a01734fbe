/** The register as a tree (组织树): by township, by industry, or by 上级工会 alone, as it stood on a day. */
import { type Kysely, sql } from 'kysely'
import { grouped } from '../../src-shared/grouped.ts'
import type { UnionNode, UnionTreeOrder } from '../../src-shared/union-lives.ts'
import type { UnionKind } from '../../src-shared/vocabulary.ts'
import type { Tables } from '../database/tables.ts'
import { existsOn, nameOn } from './on-day.ts'

type Member = {
  readonly id: string
  readonly name: string
  readonly kind: UnionKind
  readonly township: string
  readonly industry: string
  readonly members: number | null
  readonly staff: number | null
  /** Of those that were there on the day. */
  readonly parentId: string | null
}

export async function unionTree(
  db: Kysely<Tables>,
  { by, on }: { readonly by: UnionTreeOrder; readonly on: string },
): Promise<UnionNode[]> {
  const unions = await unionsWithParents(db, on)
  if (by === 'parent') {
    const tops = nest(unions)
    const [heads, alone] = [tops.filter(({ children }) => children.length > 0), tops.filter(isAlone)]
    return heads.length === 0 || alone.length === 0
      ? tops
      : [...heads, groupOf('alone', '没有填写上级工会的单位', alone)]
  }
  const groups = grouped(unions, (union) => union[by])
  return [...groups]
    .map(([name, members]) => groupOf(`${by}:${name}`, name || '未填写', nest(members)))
    .toSorted((one, other) => Number(one.title === '未填写') - Number(other.title === '未填写'))
}

const isAlone = ({ children }: UnionNode) => children.length === 0

/** A union whose 上级 has ended belongs to what that was merged into, else to the next one above. */
async function unionsWithParents(db: Kysely<Tables>, on: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select id, ${nameOn(on)} as name, kind, township, industry, members, staff, parentId
    from grassrootsUnion where ${existsOn(on)} order by township, kind <> '乡镇（街道）总工会', name
  `.execute(db)
  const there = new Set(rows.map(({ id }) => id))
  const gone = await db
    .selectFrom('grassrootsUnion')
    .where('removedAt', 'is', null)
    .where('endedOn', '<=', on)
    .select(['id', 'ending', 'successorId', 'parentId'])
    .execute()
  const above = new Map(
    gone.map(({ id, ending, successorId, parentId }) => [id, ending === '合并' ? successorId : parentId]),
  )
  const standing = (given: string | null): string | null => {
    let id = given
    for (let step = 0; id !== null && !there.has(id); step += 1) id = step > above.size ? null : (above.get(id) ?? null)
    return id
  }
  return rows.map((row) => ({ ...row, parentId: standing(row.parentId) }))
}

/** Those without a parent among `unions` stand on top; so does one of a circle, which no form makes but a merge may. */
function nest(unions: readonly Member[]): UnionNode[] {
  const byId = new Map(unions.map((union) => [union.id, union]))
  const isBelowItself = ({ id, parentId }: Member) => {
    const seen = new Set<string>()
    for (let above = parentId; above !== null && !seen.has(above); above = byId.get(above)?.parentId ?? null) {
      if (above === id) return true
      seen.add(above)
    }
    return false
  }
  const isTop = (union: Member) => union.parentId === null || !byId.has(union.parentId) || isBelowItself(union)
  const below = grouped(
    unions.filter((union) => !isTop(union)),
    ({ parentId }) => parentId,
  )
  const nodeOf = (union: Member): UnionNode => {
    const { id, kind } = union
    const children = (below.get(id) ?? []).map(nodeOf)
    const own = { unions: 1, members: union.members, staff: union.staff }
    return { key: id, title: union.name, union: { id, kind }, ...added([own, ...children]), children }
  }
  return unions.filter(isTop).map(nodeOf)
}

function groupOf(key: string, title: string, children: readonly UnionNode[]): UnionNode {
  return { key, title, union: null, ...added(children), children }
}

type Counted = Pick<UnionNode, 'unions' | 'members' | 'staff'>

/** Numbers that are not stated add nothing; where none is stated the sum is not either. */
function added(parts: readonly Counted[]): Counted {
  const sum = (field: 'members' | 'staff') =>
    parts.reduce<number | null>((total, part) => (part[field] === null ? total : (total ?? 0) + part[field]), null)
  return { unions: parts.reduce((total, part) => total + part.unions, 0), members: sum('members'), staff: sum('staff') }
}
