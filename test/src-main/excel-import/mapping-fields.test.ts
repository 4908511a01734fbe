import { expect, test } from 'vitest'
import { importKinds } from '../../../src-shared/excel-import.ts'
import { openTestApp } from '../../open-test-app.ts'

test('every kind that can be taken in tells the fields for its columns, each once and in Chinese', async () => {
  const { api } = await openTestApp()
  const kinds = await api.imports.fields()
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual([...importKinds].toSorted())
  for (const { kind, fields } of kinds) {
    const names = fields.map(({ field }) => field)
    expect([kind, new Set(names).size]).toEqual([kind, names.length])
    expect([kind, fields.filter(({ label }) => !/[\u4e00-\u9fa5]/.test(label))]).toEqual([kind, []])
    expect([kind, fields.some(({ isRequired }) => isRequired)]).toEqual([kind, true])
  }
})
