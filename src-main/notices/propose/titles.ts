/** A short title (要求名称) for a proposal, taken from the clause that asks for it. */

const openings =
  /^(?:于?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)?(?:（[^）]*）)?前|\d+[.、]|同时|其中|此外|另外|对此|在此基础上|要|应当?|须|需|必须|将|请|并|还|也|再|切实|认真|积极|精心|广泛|深入|大力|进一步|扎实|统一|及时|充分)+/u
const longest = 40

/** The clause without its subject and its fillers, cut at a mark where it is long. */
export function titleOf(clause: string, actors: readonly string[]): string {
  const text = clause
    .replace(/[，。；：、！？\s]+$/u, '')
    .trim()
    .replace(/^请/u, '')
  const withoutActor = actors.reduce(
    (rest, actor) => (rest.startsWith(actor) ? rest.slice(actor.length).replace(/^[、和及]+/u, '') : rest),
    text,
  )
  const words = withoutActor.replace(openings, '').trim() || withoutActor || text
  if (words.length <= longest) return words
  const cut = words.slice(0, longest)
  const mark = Math.max(cut.lastIndexOf('、'), cut.lastIndexOf('，'))
  return `${mark > longest / 2 ? cut.slice(0, mark) : cut.slice(0, longest - 1)}…`
}
