/** Names in records (名字所在的字段): found where they stand, replaced there and nowhere else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsName, type NamePlace, nameKey, namePlaces, replaceName } from '../../../src-main/registers/name-places.ts'
import { type RegisterKind, registerKinds } from '../../../src-shared/register-words.ts'

// Few letters, so that one name is often a part of another; names have no separators in them.
const name = fc.string({ unit: fc.constantFrom(...'张伟大$（）'), minLength: 1, maxLength: 4 })
const mark = fc.constantFrom('、', '，', '；', '、 ')

/** A text of names, some of them as titles with words beside them where titles are read. */
function textOf(kind: RegisterKind): fc.Arbitrary<string> {
  const title = fc.tuple(name, fc.constantFrom('', '第一章')).map(([words, beside]) => `《${words}》${beside}`)
  const one = kind === 'material' ? fc.oneof(name, title) : name
  return fc.array(fc.tuple(one, mark), { maxLength: 4 }).map((parts) => parts.flat().slice(0, -1).join(''))
}

function anyValue(kind: RegisterKind, { part }: NamePlace): fc.Arbitrary<unknown> {
  if (part === null) return textOf(kind)
  return fc.array(fc.record({ [part]: textOf(kind), post: name }), { maxLength: 4 })
}

const places = registerKinds.flatMap((kind) => namePlaces[kind].map((place) => ({ kind, place })))

test.each(places)(
  '$kind in $place.table.$place.column: a renamed one is found under its new name only',
  ({ kind, place }) => {
    fc.assert(
      fc.property(anyValue(kind, place), name, name, name, (value, from, to, other) => {
        fc.pre(from !== to && other !== from && other !== to)
        const held = (one: unknown, wanted: string) => holdsName(kind, place, one, nameKey(kind, wanted))
        const renamed = replaceName(place, value, from, to)
        expect(held(renamed, from)).toBe(false)
        expect(held(renamed, to)).toBe(held(value, from) || held(value, to))
        expect(held(renamed, other)).toBe(held(value, other))
        if (!held(value, from)) expect(renamed).toEqual(value)
      }),
    )
  },
)
