import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../../src-main/shell-cli/run.ts'
import { openOffices } from '../../open-offices.ts'
import { makeTestFolder } from '../../open-test-app.ts'
import { study } from '../../sample-records.ts'
import { reportAndTakeIn } from '../receipts/report-and-answer.ts'

async function cli(dataFolder: string, ...line: string[]) {
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const code = await runCli([...line, '--data', dataFolder, '--json'], { folder: '/', print, printError: print })
  if (code !== 0) throw new Error(printed.join('\n'))
  return JSON.parse(printed.join('\n'))
}

test('on the command line: returned, answered, accepted, passed on', async () => {
  const { province, city, counties } = await openOffices()
  const [county] = counties
  if (!county) throw new Error('no county')
  const { ids } = await county.api.studies.add([study()])
  await reportAndTakeIn(county, city)
  await Promise.all([province.close(), city.close(), county.close()])

  const [id = ''] = ids
  const words = ['--text', '请核对实到人数', '--filter', 'attendedCount']
  expect(await cli(city.dataFolder, 'upper', 'return', '云山县总工会', 'study', id, ...words)).toMatchObject({
    field: 'attendedCount',
    version: 1,
  })
  const out = join(await makeTestFolder(), '回执')
  const { receipts } = await cli(city.dataFolder, 'bundle', 'receipt', '--out', out)
  const names = await readdir(out)
  expect(names.map((name) => name.slice(-4)).sort()).toEqual(['.ghb', 'docx'])
  const file = join(out, names.find((name) => name.endsWith('.ghb')) ?? '')
  expect(await cli(county.dataFolder, 'bundle', 'accept-receipt', file)).toMatchObject([
    { standing: '新收', returned: 1, checkCode: receipts[0].checkCode },
  ])
  expect(await cli(county.dataFolder, 'bundle', 'receipts')).toHaveLength(1)

  const up = join(await makeTestFolder(), '转报')
  await cli(city.dataFolder, 'upper', 'pass-on', '--to', '宁川省总工会', '--out', up)
  const { bundles } = await cli(province.dataFolder, 'bundle', 'import', up, '--accept-red')
  expect(bundles.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['已导入'])
  const back = join(await makeTestFolder(), '省回执')
  await cli(province.dataFolder, 'bundle', 'receipt', '--out', back)
  const { files } = await cli(city.dataFolder, 'bundle', 'import', back)
  expect(files.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['已收'])
  const down = join(await makeTestFolder(), '转交')
  await cli(city.dataFolder, 'upper', 'pass-down', '--out', down)
  expect(await readdir(down)).toHaveLength(1)
})
