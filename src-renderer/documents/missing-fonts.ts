/** Which fonts of the standard (公文字体) this machine lacks, and what is drawn instead. */
import { officeA } from '../../src-shared/layout-9704.ts'
import { faceNames, standIns } from './paper-faces.ts'

export type MissingFont = { readonly name: string; readonly replacedBy: string }

/** Fonts that are there under none of their names; in the order of the layout. */
export function missingFonts(): readonly MissingFont[] {
  const missing: MissingFont[] = []
  for (const key of faceNames) {
    const { name, alternatives } = officeA.fonts[key]
    if ([name, ...alternatives].some(isInstalled)) continue
    missing.push({ name, replacedBy: standIns[key].find(isInstalled) ?? '系统字体' })
  }
  return missing
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
