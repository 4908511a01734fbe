import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'

// Few characters, so that words occur; those that mean something to FTS5, LIKE or a regular expression among them.
const characters = fc.constantFrom(...'工会学习蹲点ab"*%_\\(-🚀')
const text = fc.string({ unit: characters, minLength: 1, maxLength: 12 }).filter((words) => words.trim() === words)
const words = fc.array(fc.string({ unit: characters, minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })

const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), topic: text, note: text }),
  fc.record({ do: fc.constant('change' as const), which: fc.nat(20), topic: text, note: text }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('search' as const), words }),
)

test('whatever is added, changed and removed between searches, a search finds what reading every text finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), words, async (steps, last) => {
      const { api, close } = await openTestApp()
      const texts = new Map<string, { version: number; text: string }>()
      const pick = (which: number) => [...texts.keys()][which % Math.max(1, texts.size)]
      const look = async (asked: readonly string[]) => {
        const found = await api.search({ words: asked.join(' '), limit: 1000 })
        const ids = found.groups.flatMap(({ hits }) => hits.map((hit) => hit.id))
        const read = [...texts].filter(([, one]) => asked.every((word) => one.text.includes(word))).map(([id]) => id)
        expect(ids.sort()).toEqual(read.sort())
        expect(found.total).toBe(read.length)
      }
      for (const one of steps)
        if (one.do === 'search') await look(one.words)
        else if (one.do === 'add') {
          const { ids } = await api.studies.add([blank(one)])
          texts.set(ids[0] ?? '', { version: 1, text: `${one.topic}\n${one.note}` })
        } else {
          const id = pick(one.which)
          if (id === undefined) continue
          if (one.do === 'remove') {
            await api.studies.remove({ id })
            texts.delete(id)
            continue
          }
          const { version } = await api.studies.update({ id, version: texts.get(id)?.version ?? 0, fields: blank(one) })
          texts.set(id, { version, text: `${one.topic}\n${one.note}` })
        }
      await look(last)
      await close()
    }),
    { numRuns: 60 },
  )
}, 60_000)

/** A study whose other texts hold none of the characters. */
function blank({ topic, note }: { topic: string; note: string }) {
  return study({ topic, note, type: '主题党日', organiser: '县', delivery: '线下' })
}
