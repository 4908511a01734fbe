/** LibreOffice as a reader who has never seen our files: converts bytes in a profile of its own, recalculating all. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Makes Calc work out every formula of an OOXML file again instead of believing the stored values. */
const recalculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

const filters = {
  pdf: 'pdf',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  docx: 'docx:MS Word 2007 XML',
  txt: 'txt:Text',
} as const

/** @param from suffix of the input, by which LibreOffice chooses its reader */
export async function convertWithLibreOffice(
  bytes: Uint8Array,
  from: string,
  to: keyof typeof filters,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'xuexuan-lo-'))
  try {
    const profile = join(folder, 'profile')
    await mkdir(join(profile, 'user'), { recursive: true })
    await mkdir(join(folder, 'out'))
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), recalculateAlways)
    await writeFile(join(folder, `in.${from}`), bytes)
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        filters[to],
        '--outdir',
        'out',
        `in.${from}`,
      ],
      { cwd: folder, timeout: 120_000 },
    )
    return await readFile(join(folder, 'out', `in.${to}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Pages of a PDF and the size of its first page in points. */
export async function pdfPages(pdf: Uint8Array): Promise<{ pages: number; width: number; height: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'xuexuan-pdf-'))
  try {
    await writeFile(join(folder, 'in.pdf'), pdf)
    const { stdout } = await run('pdfinfo', [join(folder, 'in.pdf')])
    const [, width, height] = /Page size: +([\d.]+) x ([\d.]+)/.exec(stdout) ?? []
    return { pages: Number(/Pages: +(\d+)/.exec(stdout)?.[1]), width: Number(width), height: Number(height) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
