/**
 * Stories of several PCs (T34): what happens to them as data that fast-check makes and shrinks, and a teller that works
 * for any kind of PC. What was sent may be lost, come twice, late or in another order; a PC may be put back to an older
 * copy of itself, or be copied, with a new mark (epoch, replica) or unnoticed.
 */
import fc from 'fast-check'

export const fields = ['topic', 'host', 'note'] as const
export type Field = (typeof fields)[number]

type Event =
  | { readonly does: 'add'; readonly pc: number; readonly value: number }
  | { readonly does: 'edit'; readonly pc: number; readonly row: number; readonly field: number; readonly value: number }
  | { readonly does: 'remove' | 'restore'; readonly pc: number; readonly row: number }
  | { readonly does: 'send' | 'keepCopy'; readonly pc: number }
  | { readonly does: 'receive'; readonly pc: number; readonly parcel: number }
  | { readonly does: 'goBack'; readonly pc: number; readonly copy: number; readonly isNoticed: boolean }
  | { readonly does: 'clone'; readonly pc: number; readonly isNoticed: boolean }
export type Story = { readonly pcs: number; readonly events: readonly Event[] }

const any = fc.nat({ max: 999 })
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('add' as const), pc: any, value: fc.nat({ max: 3 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      pc: any,
      row: any,
      field: fc.nat({ max: fields.length - 1 }),
      value: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('remove' as const, 'restore' as const), pc: any, row: any }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('send' as const, 'keepCopy' as const), pc: any }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('receive' as const), pc: any, parcel: any }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('goBack' as const), pc: any, copy: any, isNoticed: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('clone' as const), pc: any, isNoticed: fc.boolean() }) },
)

export const stories: fc.Arbitrary<Story> = fc.record({
  pcs: fc.integer({ min: 2, max: 4 }),
  events: fc.array(event, { maxLength: 60, size: 'max' }),
})

/** One PC. `Parcel` is what is sent; whoever receives may keep it as long as it likes. */
export type Pc<Parcel, Copy> = {
  add(value: string): Promise<void>
  /** Does nothing when there is no such row, or it is removed. */
  edit(row: number, field: Field, value: string): Promise<void>
  remove(row: number): Promise<void>
  restore(row: number): Promise<void>
  send(): Promise<Parcel>
  receive(parcel: Parcel): Promise<void>
  keepCopy(): Promise<Copy>
}

/** Who writes: replica and epoch. */
export type Mark = { readonly replica: string; readonly epoch: number }

/** Tells the story, then lets everybody exchange with everybody until nobody learns anything more. Returns the PCs. */
export async function tell<Parcel, Copy, Made extends Pc<Parcel, Copy>>(
  { pcs: count, events }: Story,
  make: (mark: Mark, from?: Copy) => Promise<Made>,
): Promise<Made[]> {
  const pcs: { pc: Made; mark: Mark }[] = []
  const parcels: Parcel[] = []
  const copies: { copy: Copy; mark: Mark }[] = []
  let marks = 0
  const newMark = (): Mark => {
    marks += 1
    return { replica: `r${marks}`, epoch: 1 }
  }
  const start = async (mark: Mark, from?: Copy) => ({ pc: await make(mark, from), mark })
  for (let index = 0; index < count; index += 1) pcs.push(await start(newMark()))
  for (const one of events) {
    const at = one.pc % pcs.length
    const { pc, mark } = pcs[at] as (typeof pcs)[number]
    if (one.does === 'add') await pc.add(`${one.value}`)
    if (one.does === 'edit') await pc.edit(one.row, fields[one.field] as Field, `${one.value}`)
    if (one.does === 'remove') await pc.remove(one.row)
    if (one.does === 'restore') await pc.restore(one.row)
    if (one.does === 'send') parcels.push(await pc.send())
    if (one.does === 'keepCopy') copies.push({ copy: await pc.keepCopy(), mark })
    if (one.does === 'receive' && parcels.length > 0) await pc.receive(parcels[one.parcel % parcels.length] as Parcel)
    if (one.does === 'goBack' && copies.length > 0) {
      const { copy, mark: was } = copies[one.copy % copies.length] as (typeof copies)[number]
      pcs[at] = await start(one.isNoticed ? newMark() : was, copy)
    }
    if (one.does === 'clone' && pcs.length < 6)
      pcs.push(await start(one.isNoticed ? newMark() : mark, await pc.keepCopy()))
  }
  for (let round = 0; round < 2; round += 1)
    for (const { pc: from } of pcs) for (const { pc: to } of pcs) await to.receive(await from.send())
  return pcs.map(({ pc }) => pc)
}
