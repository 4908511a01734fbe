/** All help pages (帮助目录) and finding the right one: by the page one is on, or by words. */
import { meaningOfFigure } from '../../src-shared/figure-meanings.ts'
import { shortcutGroups } from '../keyboard/shortcuts.ts'
import { exchangeHelp } from './help-exchange.ts'
import { keysHelp } from './help-keys.ts'
import { outputHelp } from './help-outputs.ts'
import type { HelpPage, HelpPart } from './help-page.ts'
import { recordHelp } from './help-records.ts'
import { startHelp } from './help-start.ts'
import { upperHelp } from './help-upper.ts'

const [start, workbench, ...others] = startHelp
export const helpPages: readonly HelpPage[] = [
  ...(start && workbench ? [start, workbench] : []),
  ...recordHelp,
  ...outputHelp,
  ...exchangeHelp,
  ...upperHelp,
  ...keysHelp,
  ...others,
]

/** The help page of an address, or of the nearest page above it; `/` is above none. */
export function helpOf(pathname: string): HelpPage | undefined {
  for (let path = pathname; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const page = helpPages.find(({ pages }) => pages.includes(path))
    if (page) return page
  }
  return undefined
}

/** Pages in which every word occurs; those with the words in their title first. */
export function findHelp(typed: string): readonly HelpPage[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const hasAll = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const found = helpPages.filter((page) => hasAll([page.title, ...page.parts.flatMap(textsOf)].join('\n')))
  return found.toSorted((one, other) => Number(hasAll(other.title)) - Number(hasAll(one.title)))
}

function textsOf({ heading, text = [], steps = [], terms = [], figures = [], hasShortcuts }: HelpPart): string[] {
  const keys = hasShortcuts ? shortcutGroups.flatMap(({ shortcuts }) => shortcuts) : []
  return [
    heading,
    ...text,
    ...steps,
    ...terms.flat(),
    ...figures.map((figure) => meaningOfFigure(figure).words),
    ...keys.flatMap(({ keys: pressed, what }) => [...pressed, what]),
  ]
}
