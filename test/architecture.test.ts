/** The rules of the house that a compiler does not know: which part may import which, sizes, names, weak libraries. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/**
 * Part of the code → the parts it may import. A part is the longest key that a path begins with.
 * Arrows run one way: shells → core → api → outputs → records → database, files → shared.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src-shared/': [],
  'src-renderer/': ['src-shared/'],
  'src-main/fault-points.ts': [],
  'src-main/database/': ['src-shared/', 'src-main/fault-points.ts'],
  'src-main/host-port.ts': ['src-shared/'],
  'src-main/app-version.ts': ['src-shared/', 'package.json'],
  'src-main/jobs.ts': ['src-shared/'],
  'src-main/page/': ['src-shared/'],
  'src-main/core-context.ts': [
    'src-shared/',
    'src-main/database/',
    'src-main/host-port.ts',
    'src-main/jobs.ts',
    'src-main/keys/key-ring.ts', // types only
  ],
  'src-main/files/': ['src-shared/', 'src-main/host-port.ts', 'src-main/fault-points.ts'],
  'src-main/data-folder-path.ts': [],
  'src-main/data-folder.ts': ['src-shared/', 'src-main/database/', 'src-main/host-port.ts'],
  'src-main/office.ts': ['src-shared/', 'src-main/database/'],
  'src-main/settings.ts': ['src-shared/', 'src-main/database/'],
  'src-main/pictures.ts': ['src-shared/', ...domain()],
  'src-main/drafts.ts': ['src-shared/', 'src-main/database/'],
  'src-main/unions/': ['src-shared/', 'src-main/database/'],
  'src-main/incoming.ts': ['src-shared/', 'src-main/database/'],
  'src-main/search/': ['src-shared/', 'src-main/database/'],
  'src-main/registers/': ['src-shared/', ...domain()],
  'src-main/attachments/': ['src-shared/', ...domain('settings.ts', 'records/')],
  'src-main/session-forms/': ['src-shared/', ...domain('office.ts', 'settings.ts', 'records/', 'documents/')],
  'src-main/saved-views.ts': ['src-shared/', 'src-main/database/'],
  'src-main/records/': ['src-shared/', 'src-main/database/', 'src-main/unions/'],
  'src-main/statistics/': ['src-shared/', ...domain('office.ts', 'unions/')],
  'src-main/documents/': [
    'src-shared/',
    ...domain('office.ts', 'settings.ts', 'pictures.ts', 'unions/', 'statistics/', 'sync/canonical-json.ts'),
  ],
  'src-main/notices/': [
    'src-shared/',
    ...domain(
      'office.ts',
      'settings.ts',
      'incoming.ts',
      'unions/',
      'records/',
      'statistics/',
      'documents/',
      'sync/canonical-json.ts',
    ),
  ],
  'src-main/replies/': [
    'src-shared/',
    ...domain('office.ts', 'unions/', 'notices/', 'statistics/', 'documents/', 'sync/canonical-json.ts'),
  ],
  'src-main/lists/': ['src-shared/', ...domain('office.ts', 'unions/', 'statistics/', 'documents/', 'notices/')],
  'src-main/excel-import/': ['src-shared/', ...domain('unions/', 'records/', 'registers/')],
  'src-main/installation/': ['src-shared/', ...domain()],
  'src-main/backup/': ['src-shared/', ...domain('attachments/', 'app-version.ts')],
  'src-main/sync/': ['src-shared/', ...domain('office.ts', 'statistics/', 'app-version.ts')],
  'src-main/keys/': ['src-shared/', ...domain('office.ts', 'settings.ts', 'sync/', 'documents/', 'app-version.ts')],
  'src-main/merge/': [
    'src-shared/',
    ...domain('office.ts', 'attachments/content-holders.ts', 'sync/', 'keys/', 'app-version.ts'),
  ],
  'src-main/reporting/': [
    'src-shared/',
    ...domain(
      'office.ts',
      'settings.ts',
      'drafts.ts',
      'sync/',
      'keys/',
      'merge/',
      'statistics/',
      'notices/',
      'documents/',
      'app-version.ts',
    ),
  ],
  'src-main/intake/': [
    'src-shared/',
    ...domain('office.ts', 'sync/', 'keys/', 'merge/', 'statistics/', 'records/', 'unions/', 'app-version.ts'),
  ],
  'src-main/receipts/': [
    'src-shared/',
    ...domain(
      'office.ts',
      'settings.ts',
      'sync/',
      'keys/',
      'merge/',
      'reporting/',
      'intake/',
      'documents/',
      'app-version.ts',
    ),
  ],
  'src-main/desk/': [
    'src-shared/',
    ...domain(
      'office.ts',
      'settings.ts',
      'incoming.ts',
      'sync/',
      'keys/',
      'merge/',
      'intake/',
      'unions/',
      'statistics/',
      'notices/',
      'replies/',
      'documents/',
      'app-version.ts',
    ),
  ],
  'src-main/sample/': ['src-shared/', ...domain('office.ts', 'unions/', 'records/', 'registers/')],
  'src-main/workbench/': ['src-shared/', ...domain('office.ts', 'settings.ts', 'unions/', 'statistics/', 'notices/')],
  'src-main/shell-abilities.ts': ['src-shared/', ...domain('app-version.ts')],
  'src-main/api/': ['src-shared/', 'src-main/'],
  'src-main/core.ts': ['src-shared/', 'src-main/'],
  'src-main/core-process.ts': [
    'src-shared/',
    'src-main/core.ts',
    'src-main/api/',
    'src-main/host-port.ts',
    'src-main/data-folder.ts',
  ],
  'src-main/shell-electron/': [
    'src-shared/',
    'src-main/host-port.ts',
    'src-main/data-folder-path.ts',
    'src-main/app-version.ts',
    'src-main/page/',
    'src-main/files/write-file.ts',
  ],
  'src-main/shell-browser/': [
    'src-shared/',
    'src-main/core.ts',
    'src-main/core-context.ts',
    'src-main/page/',
    'src-main/api/',
    'src-main/data-folder.ts',
    'src-main/data-folder-path.ts',
    'src-main/host-port.ts',
  ],
  'src-main/shell-cli/': [
    'src-shared/',
    'src-main/core.ts',
    'src-main/data-folder.ts',
    'src-main/data-folder-path.ts',
    'src-main/host-port.ts',
    'src-main/start/', // the window that prints a PDF
  ],
  'src-main/start.ts': ['src-shared/', 'src-main/data-folder-path.ts', 'src-main/start/'],
  'src-main/start/': ['src-shared/', 'src-main/data-folder-path.ts'],
}

function domain(...parts: string[]): string[] {
  const everyDomain = ['database/', 'files/', 'core-context.ts', 'host-port.ts', 'jobs.ts']
  return [...everyDomain, ...parts].map((part) => `src-main/${part}`)
}

/** Weak or heavy libraries and the only places that may import them, so that each can be replaced there. */
const onlyImportedBy: Readonly<Record<string, readonly string[]>> = {
  electron: ['src-main/shell-electron/'],
  'better-sqlite3': ['src-main/database/open-database.ts'],
  exceljs: ['src-main/files/xlsx'],
  fflate: ['src-main/files/zip.ts'],
  saxes: ['src-main/files/xml'],
  qr: ['src-main/files/qr-picture.ts'],
  docx: ['src-main/documents/'],
  '@noble/curves': ['src-main/sync/'],
  'age-encryption': ['src-main/sync/age.ts'],
  '@orpc/client': ['src-renderer/connect.ts'],
  '@orpc/contract': ['src-shared/contract.ts', 'src-shared/calls.ts'],
  sharp: ['src-main/files/view-picture.ts'],
  'exif-reader': ['src-main/files/exif.ts'],
  'pinyin-pro': ['src-main/database/initials.ts'],
  antd: ['src-renderer/'],
  react: ['src-renderer/'],
}

const sources = ['src-shared', 'src-main', 'src-renderer'].flatMap((folder) => filesIn(folder))

test('every import follows an arrow of the table', () => {
  expect(sources.flatMap(forbiddenImports)).toEqual([])
})

test('every source file belongs to a part of the table', () => {
  expect(sources.filter((file) => isCode(file) && !partOf(file))).toEqual([])
})

test('a weak library is imported in its own place only', () => {
  const strays = sources.flatMap((file) =>
    importsOf(file)
      .filter(({ isType }) => !isType)
      .flatMap(({ target }) =>
        Object.entries(onlyImportedBy)
          .filter(
            ([library, places]) =>
              (target === library || target.startsWith(`${library}/`)) &&
              !places.some((place) => file.startsWith(place)),
          )
          .map(([library]) => `${file} imports ${library}`),
      ),
  )
  expect(strays).toEqual([])
})

test('the window takes only types from files that bring zod or the contract', () => {
  const heavy = (target: string) => /from 'zod'|@orpc/.test(readFileSync(join(root, target), 'utf8'))
  const strays = sources
    .filter((file) => file.startsWith('src-renderer/'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target, isType }) => !isType && target.startsWith('.'))
        .map(({ target }) => resolve(file, target))
        .filter((target) => target.startsWith('src-shared/') && heavy(target))
        .map((target) => `${file} imports values from ${target}`),
    )
  expect(strays).toEqual([])
})

test('no source file is longer than 400 lines, and nine of ten are below 250', () => {
  const lengths = sources.filter(isCode).map((file) => ({ file, lines: linesOf(file) }))
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
  const below = lengths.filter(({ lines }) => lines < 250).length
  expect(below / lengths.length).toBeGreaterThanOrEqual(0.9)
})

test('no file is named after nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|common|misc|lib|index|[\w-]*-?(manager|service))(\.tsx?)?$/
  const strays = sources.filter(
    (file) => empty.test(file) && file !== 'src-main/database/migrations/index.ts' && !file.endsWith('.html'),
  )
  expect(strays).toEqual([])
})

test('every source file begins with a sentence that says what it is', () => {
  const mute = sources.filter((file) => isCode(file) && !/^\/\*\*/.test(readFileSync(join(root, file), 'utf8')))
  expect(mute).toEqual([])
})

test('the top level holds what was agreed and nothing else', () => {
  const agreed = new Set([
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'electron.vite.config.ts',
    'biome.json',
    'README.md',
    'src-main',
    'src-renderer',
    'src-shared',
    'resources',
    'test',
    'node_modules',
    'out',
    'test-results', // made, not kept
  ])
  const strays = readdirSync(root).filter((name) => !name.startsWith('.') && !agreed.has(name))
  expect(strays).toEqual([])
})

test('every dependency has its line in README and an exact version', () => {
  const { dependencies, devDependencies } = readJson('package.json') as Record<string, Record<string, string>>
  const all = { ...dependencies, ...devDependencies }
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const table = readme.slice(readme.indexOf('## Dependencies'), readme.indexOf('## Decisions'))
  const named = new Set(table.match(/[@\w][\w./-]*/g))
  expect(Object.keys(all).filter((name) => !named.has(name))).toEqual([])
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('the lock file keeps older npm from compiling better-sqlite3, which brings its binary', () => {
  // npm 10 runs node-gyp wherever it finds a binding.gyp and reads `gypfile: false` from the lock only.
  const lock = readJson('package-lock.json') as { packages: Record<string, { gypfile?: boolean }> }
  expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
})

function forbiddenImports(file: string): string[] {
  const part = partOf(file)
  if (!part) return []
  return importsOf(file)
    .filter(({ target }) => target.startsWith('.'))
    .map(({ target }) => resolve(file, target))
    .filter((target) => !target.startsWith(part.key) && !part.allowed.some((allowed) => target.startsWith(allowed)))
    .map((target) => `${file} imports ${target}`)
}

function partOf(file: string): { key: string; allowed: readonly string[] } | undefined {
  const key = Object.keys(arrows)
    .filter((candidate) => file.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0]
  return key === undefined ? undefined : { key, allowed: arrows[key] ?? [] }
}

function importsOf(file: string): { target: string; isType: boolean }[] {
  if (!isCode(file)) return []
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  return [
    ...[...statements].map((match) => ({ target: match[2] ?? '', isType: match[1] !== undefined })),
    ...[...dynamic].map((match) => ({ target: match[1] ?? '', isType: false })),
  ]
}

function resolve(file: string, target: string): string {
  return normalize(join(dirname(file), target))
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}

function isCode(file: string): boolean {
  return /\.tsx?$/.test(file)
}

function linesOf(file: string): number {
  return readFileSync(join(root, file), 'utf8').split('\n').length
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}
