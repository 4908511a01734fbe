/** Brings the programs that the tests need: through apt as root on Debian, otherwise one line says what is missing. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Need = { readonly what: string; readonly debian: readonly string[]; readonly isThere: () => boolean }

const needs: readonly Need[] = [
  {
    what: 'Chromium (or CHROMIUM_PATH)',
    debian: ['chromium'],
    isThere: () => hasProgram('chromium') || hasProgram('google-chrome') || existsSync(process.env.CHROMIUM_PATH ?? ''),
  },
  {
    what: 'LibreOffice Writer and Calc',
    debian: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
    isThere: () => hasProgram('soffice') && hasLibreOfficePart('libswlo.so') && hasLibreOfficePart('libsclo.so'),
  },
  { what: 'poppler (pdftotext, pdftoppm)', debian: ['poppler-utils'], isThere: () => hasProgram('pdftotext') },
  {
    what: 'Chinese fonts',
    debian: ['fonts-arphic-uming', 'fonts-arphic-ukai', 'fonts-noto-cjk', 'fontconfig'],
    isThere: () => process.platform !== 'linux' || hasChineseFonts(),
  },
  {
    what: 'file systems of sticks (exFAT and NTFS through FUSE)',
    debian: ['dosfstools', 'exfatprogs', 'exfat-fuse', 'ntfs-3g', 'fusefat'],
    isThere: () => process.platform !== 'linux' || ['mkfs.vfat', 'mkfs.exfat', 'ntfs-3g', 'fusefat'].every(hasProgram),
  },
  {
    what: 'a display, or Xvfb',
    debian: ['xvfb', 'xauth'],
    isThere: () => process.platform !== 'linux' || Boolean(process.env.DISPLAY) || hasProgram('xvfb-run'),
  },
]

/** Installs what is missing where it may; what is missing then is named, and the tests that need it say they skip. */
export function prepare(): void {
  const missing = needs.filter((need) => !need.isThere())
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
    const packages = missing.flatMap((need) => need.debian)
    console.log(`Installing for the tests: ${packages.join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
  }
  const still = needs.filter((need) => !need.isThere())
  if (still.length > 0)
    console.log(`Not on this machine, tests that need it are skipped: ${still.map((need) => need.what).join('; ')}`)
}

/** Is a program of this name on the PATH? */
export function hasProgram(name: string): boolean {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => endings.some((ending) => existsSync(join(folder, name + ending))))
}

function hasLibreOfficePart(library: string): boolean {
  const folder = '/usr/lib/libreoffice/program'
  // Elsewhere than on Debian LibreOffice comes whole.
  return !existsSync(folder) || existsSync(join(folder, library))
}

function hasChineseFonts(): boolean {
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return fonts.status === 0 && /Noto .*CJK/.test(fonts.stdout) && /UMing/.test(fonts.stdout)
}
