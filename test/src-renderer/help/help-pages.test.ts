import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findHelp, helpOf, helpPages } from '../../../src-renderer/help/help-pages.ts'
import { meaningOfFigure, periodFigures } from '../../../src-shared/figure-meanings.ts'

const source = (file: string) => readFileSync(join(import.meta.dirname, '../../../src-renderer', file), 'utf8')
/** Addresses of the window, as its routes are written. */
const routes = [...source('app.tsx').matchAll(/path: '([^'*]+)'/g)].map(
  ([, path = '']) => `/${path.replace(/^\//, '')}`,
)
const navigation = [...source('app-frame.tsx').matchAll(/key: '(\/[^']*)'/g)].map(([, path = '']) => path)

test('every page of the navigation and every other page of the window has its help', () => {
  expect(navigation.length).toBeGreaterThan(8)
  const fixed = (route: string) => route.replace(/\/:.*$/, '')
  expect([...navigation, ...routes.map(fixed)].filter((path) => !helpOf(path))).toEqual([])
})

test('a page below another has its help from there, and only the workbench from the workbench', () => {
  expect(helpOf('/documents/abc/preview')?.id).toBe('documents')
  expect(helpOf('/')?.id).toBe('workbench')
  expect(helpOf('/unknown')).toBeUndefined()
})

test('every link in the help leads to a page that there is', () => {
  const links = helpPages.flatMap(({ parts }) => parts.flatMap(({ links = [] }) => links.map(({ to }) => to)))
  expect(links.length).toBeGreaterThan(3)
  expect(links.filter((to) => !routes.includes(to))).toEqual([])
})

test('no two help pages share an id, and no page of the window has two of them', () => {
  const ids = helpPages.map(({ id }) => id)
  const pages = helpPages.flatMap((page) => page.pages)
  expect([ids.length, pages.length]).toEqual([new Set(ids).size, new Set(pages).size])
})

test('the help explains every figure that is counted, in the words with which it is counted', () => {
  const explained = helpPages.flatMap(({ parts }) => parts.flatMap(({ figures = [] }) => figures))
  expect(explained.toSorted()).toEqual([...periodFigures].toSorted())
  const [figure = 'study.sessions'] = periodFigures
  expect(findHelp(meaningOfFigure(figure).words).map(({ id }) => id)).toEqual(['studies'])
})

test('words find the pages that hold all of them, titles first', () => {
  expect(findHelp('U盘')[0]?.id).toBe('bundles')
  expect(findHelp('术语').map(({ id }) => id)[0]).toBe('glossary')
  expect(findHelp('覆盖率 分母').map(({ id }) => id)).toContain('unions')
  expect(findHelp('ctrl+k').map(({ id }) => id)).toContain('shortcuts')
  expect(findHelp('没有这个词')).toEqual([])
  expect(findHelp('')).toHaveLength(helpPages.length)
})
