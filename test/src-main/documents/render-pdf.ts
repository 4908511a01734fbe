/**
 * Renders documents with LibreOffice and measures the pages: boxes of text from the PDF, ink from a raster. The fonts of
 * the standard are stood in for by free ones of the same widths, so the places are those of the real document.
 */
import { execFile } from 'node:child_process'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A line of text; millimetres from the upper left corner of the page. */
export type Line = { readonly text: string; readonly left: number; readonly right: number; readonly bottom: number }
export type Page = { readonly width: number; readonly height: number; readonly lines: readonly Line[] }
/** Ink in millimetres; `rows` and `columns` are the first and last with ink. */
export type Ink = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

const standIns = {
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
  const files = Object.entries(documents).map(([name, bytes]) => ({ path: join(folder, `${name}.docx`), bytes }))
  for (const { path, bytes } of files) await writeFile(path, bytes)
  const fonts = join(folder, 'fonts.conf')
  await writeFile(fonts, fontsConf(folder))
  const options = [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ]
  await run('soffice', [...options, ...files.map(({ path }) => path)], {
    env: { ...process.env, FONTCONFIG_FILE: fonts },
    timeout: 170_000,
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

/**
 * Ink of one page within a window, in millimetres; undefined without any.
 * @param isInk which colour counts, dark by default
 */
export async function openRaster(folder: string, name: string, page: number, dotsPerInch = 300) {
  const file = join(folder, `${name}-${page}`)
  const range = ['-f', String(page), '-l', String(page)]
  await run('pdftoppm', ['-r', String(dotsPerInch), ...range, '-singlefile', join(folder, `${name}.pdf`), file])
  const { width, height, pixels } = parsePpm(await readFile(`${file}.ppm`))
  const dots = (length: number) => Math.round((length / 25.4) * dotsPerInch)
  const has = (x: number, y: number, isInk: (r: number, g: number, b: number) => boolean) => {
    const at = (y * width + x) * 3
    return isInk(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255)
  }
  return (window: Partial<Ink> = {}, isInk = isDark): Ink | undefined => {
    const from = { x: dots(window.left ?? 0), y: dots(window.top ?? 0) }
    const to = {
      x: Math.min(width, window.right === undefined ? width : dots(window.right)),
      y: Math.min(height, window.bottom === undefined ? height : dots(window.bottom)),
    }
    let [top, bottom, left, right] = [height, -1, width, -1]
    for (let y = from.y; y < to.y; y += 1)
      for (let x = from.x; x < to.x; x += 1)
        if (has(x, y, isInk)) {
          top = Math.min(top, y)
          bottom = Math.max(bottom, y + 1)
          left = Math.min(left, x)
          right = Math.max(right, x + 1)
        }
    if (bottom < 0) return undefined
    const length = (count: number) => (count / dotsPerInch) * 25.4
    return { top: length(top), bottom: length(bottom), left: length(left), right: length(right) }
  }
}

const isDark = (red: number, green: number, blue: number) => red + green + blue < 3 * 140
export const isRed = (red: number, green: number, blue: number) => red > 180 && green < 110 && blue < 110

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
  const pattern = /<line xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs
  return [...page.matchAll(pattern)].map(([, left, right, bottom, inner = '']) => ({
    left: millimetres(left),
    right: millimetres(right),
    bottom: millimetres(bottom),
    text: [...inner.matchAll(/>([^<]+)<\/word>/g)].map(([, word]) => word).join(''),
  }))
}

/** pdftotext parts a line where it is wide apart; pieces that stand on one line of the page are one line here. */
function mergeLines(lines: readonly Line[]): Line[] {
  const merged: Line[] = []
  for (const line of [...lines].sort((one, other) => one.bottom - other.bottom || one.left - other.left)) {
    const last = merged.at(-1)
    if (last && Math.abs(last.bottom - line.bottom) < 0.3)
      merged[merged.length - 1] = {
        text: last.left < line.left ? last.text + line.text : line.text + last.text,
        left: Math.min(last.left, line.left),
        right: Math.max(last.right, line.right),
        bottom: last.bottom,
      }
    else merged.push(line)
  }
  return merged
}

function millimetres(points: string | undefined): number {
  return (Number(points) / 72) * 25.4
}

function parsePpm(bytes: Buffer): { width: number; height: number; pixels: Uint8Array } {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'))
  if (!header) throw new Error('not a PPM raster')
  return { width: Number(header[1]), height: Number(header[2]), pixels: bytes.subarray(header[0].length) }
}
