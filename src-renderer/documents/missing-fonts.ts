/** Which fonts of the standard (公文字体) this machine lacks, and what is drawn instead. */
import type { Font } from '../../src-shared/layout-9704.ts'
import type { Layout } from '../../src-shared/layouts.ts'
import { faceNames, standIns } from './paper-faces.ts'

export type MissingFont = { readonly name: string; readonly replacedBy: string }

/** Fonts of that layout that are there under none of their names; in the order of the layout. */
export function missingFonts({ fonts, traits }: Layout): readonly MissingFont[] {
  const asked: readonly (readonly [Font, readonly string[]])[] = [
    ...faceNames.map((face) => [fonts[face], standIns[face]] as const),
    ...(traits.digits ? [[traits.digits, []] as const] : []),
  ]
  return asked
    .filter(([{ name, alternatives }]) => ![name, ...alternatives].some(isInstalled))
    .map(([{ name }, others]) => ({ name, replacedBy: others.find(isInstalled) ?? '系统字体' }))
}

/** 汉字 are one em wide in every font, so the Latin letters tell: a font that is missing measures like its fallback. */
const probe = 'mmMMWWiill1100@@Qq'

function isInstalled(name: string): boolean {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return true
  const widthIn = (family: string) => {
    context.font = `72px ${family}`
    return context.measureText(probe).width
  }
  return ['monospace', 'serif'].some((fallback) => widthIn(`"${name}", ${fallback}`) !== widthIn(fallback))
}
