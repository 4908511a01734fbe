/**
 * Renders documents with LibreOffice and measures the pages: boxes of text from the PDF, ink from a raster. The fonts of
 * the standard are stood in for by free ones of the same widths, so the places are those of the real document.
 */
import { execFile } from 'node:child_process'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Ink, readRaster } from './printed-page/raster.ts'

const run = promisify(execFile)

/** Millimetres from the upper left corner of the page. */
export type Word = Ink & { readonly text: string }
export type Line = Word & { readonly words: readonly Word[] }
export type Page = { readonly width: number; readonly height: number; readonly lines: readonly Line[] }

const standIns: Readonly<Record<string, string>> = {
  仿宋_GB2312: 'AR PL UMing CN',
  方正小标宋简体: 'AR PL UMing CN',
  楷体_GB2312: 'AR PL UKai CN',
  黑体: 'Noto Sans CJK SC',
  宋体: 'AR PL UMing CN',
}

/** What is missing to render here, as a reason to skip; undefined when all is there. */
export async function missingForRendering(): Promise<string | undefined> {
  for (const program of ['soffice', 'pdftotext', 'pdftoppm', 'fc-match'])
    if (!(await isInstalled(program))) return `${program} is not installed`
  for (const font of new Set(Object.values(standIns))) {
    const { stdout } = await run('fc-match', ['-f', '%{family}', font])
    if (!stdout.includes(font)) return `the font ${font} is not installed`
  }
  return undefined
}

/** Writes the documents into `folder` and turns them into PDF in one start of LibreOffice. */
export async function renderAll(folder: string, documents: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(documents)) await writeFile(join(folder, `${name}.docx`), bytes)
  const files = Object.keys(documents).map((name) => join(folder, `${name}.docx`))
  await convertAll(folder, files, { to: 'pdf', outdir: folder })
}

/** Writes which fonts stand in for those of the standard. @returns what FONTCONFIG_FILE must name */
export async function chooseFonts(folder: string): Promise<string> {
  const path = join(folder, 'fonts.conf')
  await writeFile(path, fontsConf(folder))
  return path
}

/** One start of LibreOffice, its profile in `folder`. */
export async function convertAll(
  folder: string,
  files: readonly string[],
  { to, outdir }: { to: 'pdf' | 'docx'; outdir: string },
): Promise<void> {
  const fonts = await chooseFonts(folder)
  const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to]
  await run('soffice', [...options, '--outdir', outdir, ...files], {
    env: { ...process.env, FONTCONFIG_FILE: fonts },
    timeout: 400_000,
  })
}

/** Pages with their lines of text, from top to bottom. */
export async function readPages(folder: string, name: string): Promise<Page[]> {
  const { stdout } = await run('pdftotext', ['-bbox-layout', join(folder, `${name}.pdf`), '-'], { maxBuffer: 1e8 })
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: millimetres(/width="([\d.]+)"/.exec(page)?.[1]),
      height: millimetres(/height="([\d.]+)"/.exec(page)?.[1]),
      lines: mergeLines(readLines(page)),
    }))
}

/** Ink of one page within a window, in millimetres. */
export async function openRaster(folder: string, name: string, page: number, dotsPerInch = 300) {
  return (await readRaster(join(folder, `${name}.pdf`), { page, dotsPerInch })).ink
}

async function isInstalled(program: string): Promise<boolean> {
  for (const folder of (process.env.PATH ?? '').split(':'))
    if (
      await access(join(folder, program)).then(
        () => true,
        () => false,
      )
    )
      return true
  return false
}

function fontsConf(folder: string): string {
  const matches = Object.entries(standIns).map(
    ([asked, given]) =>
      `<match target="pattern"><test name="family"><string>${asked}</string></test>` +
      `<edit name="family" mode="assign" binding="strong"><string>${given}</string></edit></match>`,
  )
  return (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
    `<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><cachedir>${folder}/fonts</cachedir>` +
    `${matches.join('')}</fontconfig>`
  )
}

function readLines(page: string): Line[] {
  return [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)].map(([, box = '', inner = '']) => {
    const words = [...inner.matchAll(/<word ([^>]*)>([^<]+)<\/word>/g)].map(([, own = '', text = '']) => ({
      ...placeOf(own),
      text,
    }))
    return { ...placeOf(box), text: words.map(({ text }) => text).join(''), words }
  })
}

function placeOf(box: string): Ink {
  const side = (name: string) => millimetres(new RegExp(`${name}="([\\d.]+)"`).exec(box)?.[1])
  return { left: side('xMin'), right: side('xMax'), top: side('yMin'), bottom: side('yMax') }
}

/** pdftotext parts a line where it is wide apart; pieces that stand on one line of the page are one line here. */
function mergeLines(lines: readonly Line[]): Line[] {
  const merged: Line[] = []
  for (const line of [...lines].sort((one, other) => one.bottom - other.bottom || one.left - other.left)) {
    const last = merged.at(-1)
    if (last && Math.abs(last.bottom - line.bottom) < 0.3)
      merged[merged.length - 1] = {
        text: last.left < line.left ? last.text + line.text : line.text + last.text,
        words: [...last.words, ...line.words].sort((one, other) => one.left - other.left),
        left: Math.min(last.left, line.left),
        right: Math.max(last.right, line.right),
        top: Math.min(last.top, line.top),
        bottom: last.bottom,
      }
    else merged.push(line)
  }
  return merged
}

function millimetres(points: string | undefined): number {
  return (Number(points) / 72) * 25.4
}
