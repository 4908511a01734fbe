/** A document on paper (印出的公文): its pages with lines and ink, what was to be printed, its fonts and its re-saved self. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { partsOf } from '../../../../src-shared/document-parts.ts'
import type { OfficialDocument } from '../../../../src-shared/documents.ts'
import { defaultLayout, type Layout } from '../../../../src-shared/layouts.ts'
import type { DocumentParts } from '../../../../src-shared/part-types.ts'
import { docxOf, p } from '../check/build-docx.ts'
import { convertAll, type Page, readPages, renderAll } from '../render-pdf.ts'
import { type Flow, flowOf } from './flow.ts'
import { type Ink, type Raster, type RasterOptions, readRaster, readRasters } from './raster.ts'

const run = promisify(execFile)

export type Source = {
  readonly document: OfficialDocument
  readonly bytes: Uint8Array
  readonly layout?: Layout
  /** LibreOffice opens and saves it once more (row 90); what is then done to the file. */
  readonly savedAgain?: (bytes: Uint8Array) => Uint8Array
}

export type Print = {
  readonly name: string
  readonly document: OfficialDocument
  readonly parts: DocumentParts
  readonly layout: Layout
  readonly pages: readonly PrintedPage[]
  readonly flow: Flow
  /** Fonts in the PDF, as it names them. */
  readonly fonts: () => Promise<readonly string[]>
  readonly pagesWhenSavedAgain: number | undefined
  /** Top of the ink of 附件 in 黑体 on the first line of a type area, with the fonts of this machine. */
  readonly labelTop: number
}

export type PrintedPage = Page & {
  readonly number: number
  /** 150 dots per inch, for distances that may err by 0.3 mm and more. */
  readonly coarse: () => Promise<Raster>
  /** 300 dots per inch unless said, for short distances in a part of the page. */
  readonly raster: (options?: Partial<Omit<RasterOptions, 'page'>>) => Promise<Raster>
}

const target = 'target'

/** Prints all with three starts of LibreOffice at most; what is opened may be let go before the next. */
export async function printAll(
  folder: string,
  sources: Readonly<Record<string, Source>>,
): Promise<(name: string) => Promise<Print>> {
  const files = Object.fromEntries(Object.entries(sources).map(([name, { bytes }]) => [name, bytes]))
  await renderAll(folder, { ...files, [target]: targetPage() })
  const again = join(folder, 'again')
  await saveAgain(folder, again, sources)
  const [page] = await pagesOf(folder, target)
  const labelTop = (await page?.raster())?.ink({ bottom: 50 })?.top ?? Number.NaN
  return async (name) => {
    const source = sources[name]
    if (!source) throw new Error(`${name} was not printed`)
    const layout = source.layout ?? defaultLayout
    const parts = partsOf(source.document, layout)
    const pages = await pagesOf(folder, name)
    return {
      name,
      document: source.document,
      parts,
      layout,
      pages,
      flow: flowOf(parts, pages),
      fonts: () => fontsOf(join(folder, `${name}.pdf`)),
      pagesWhenSavedAgain: source.savedAgain && (await readPages(again, name)).length,
      labelTop,
    }
  }
}

/** 附件 in 3号黑体 on line 1, set by hand: where the ink of a line begins differs from font to font. */
function targetPage(): Uint8Array {
  return docxOf({ body: p('附件', { font: '黑体', size: 32 }), footers: {} })
}

async function saveAgain(folder: string, again: string, sources: Readonly<Record<string, Source>>): Promise<void> {
  const chosen = Object.entries(sources).flatMap(([name, { savedAgain }]) => (savedAgain ? [{ name, savedAgain }] : []))
  if (chosen.length === 0) return
  await mkdir(again)
  const files = (from: string) => chosen.map(({ name }) => join(from, `${name}.docx`))
  await convertAll(folder, files(folder), { to: 'docx', outdir: again })
  for (const { name, savedAgain } of chosen) {
    const file = join(again, `${name}.docx`)
    await writeFile(file, savedAgain(await readFile(file)))
  }
  await convertAll(folder, files(again), { to: 'pdf', outdir: again })
}

async function pagesOf(folder: string, name: string): Promise<PrintedPage[]> {
  const pdf = join(folder, `${name}.pdf`)
  let all: Promise<Raster[]> | undefined
  const coarse = () => {
    all ??= readRasters(pdf, 150)
    return all
  }
  return (await readPages(folder, name)).map((page, index) => ({
    ...page,
    number: index + 1,
    coarse: async () => {
      const raster = (await coarse())[index]
      if (!raster) throw new Error(`${name} has no page ${index + 1}`)
      return raster
    },
    raster: keeping(pdf, index + 1),
  }))
}

/** Reads the same part once. */
function keeping(pdf: string, page: number): PrintedPage['raster'] {
  const kept = new Map<string, Promise<Raster>>()
  return ({ dotsPerInch = 300, part } = {}) => {
    const key = `${dotsPerInch} ${JSON.stringify(part)}`
    const raster = kept.get(key) ?? readRaster(pdf, { page, dotsPerInch, ...(part && { part }) })
    kept.set(key, raster)
    return raster
  }
}

/** ABCDEF+UMingCN → UMingCN. */
async function fontsOf(pdf: string): Promise<string[]> {
  const { stdout } = await run('pdffonts', [pdf])
  const names = stdout
    .split('\n')
    .slice(2)
    .flatMap((line) => line.split(/\s/)[0] || [])
  return [...new Set(names.map((name) => name.replace(/^[A-Z]{6}\+/, '')))].sort()
}

export function isUpright({ width, height }: Page): boolean {
  return width < height
}

export function lastPage({ pages }: Print): PrintedPage {
  const page = pages.at(-1)
  if (!page) throw new Error('nothing was printed')
  return page
}

export function firstPage({ pages }: Print): PrintedPage {
  const [page] = pages
  if (!page) throw new Error('nothing was printed')
  return page
}

export function middleOf({ left, right }: Pick<Ink, 'left' | 'right'>): number {
  return (left + right) / 2
}
