/** What our writer makes of every kind, in every profile and with the office's own settings, fails no row of severity E. */
import { expect, test } from 'vitest'
import { checkDocument } from '../../../../src-main/documents/check/check-document.ts'
import { writeDocx } from '../../../../src-main/documents/write-docx.ts'
import { layoutNames, layoutOf } from '../../../../src-shared/layouts.ts'
import { samples } from '../sample-kinds.ts'

const settings = [
  {},
  { digits: 'Times', hasBoldHeadings: true, pageNumber: 'centred', titlePitch: 35, markSize: 62 },
] as const

test.each(layoutNames.flatMap((name) => settings.map((options) => [name, options] as const)))(
  '%s with %o',
  async (name, options) => {
    const layout = layoutOf(name, options)
    const faults: string[] = []
    for (const [sample, document] of Object.entries(samples)) {
      const rows = checkDocument(await writeDocx(document, layout), layout)
      faults.push(
        ...rows
          .filter(({ pass, severity }) => pass === false && severity === 'E')
          .map(({ id, found }) => `${sample} ${id} ${found}`),
      )
      // Most of what can be decided is decided: a check that no longer finds its part would pass over it in silence.
      expect(rows.filter(({ pass }) => pass).length, sample).toBeGreaterThan(name === '套打' ? 34 : 40)
    }
    expect(faults).toEqual([])
  },
)
