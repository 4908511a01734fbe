/** Offices beside the one in the window (其他单位): real cores in folders of their own, moved by the test itself. */
import { clientOf, openCore } from '../../src-main/core.ts'
import { office } from '../sample-records.ts'

/** The caller closes it before a window opens the folder. */
export async function openOffice(folder: string, name: string, fields: Partial<typeof office> = {}) {
  const core = await openCore({
    dataFolder: folder,
    host: { shell: 'cli' },
    clock: () => new Date('2026-11-21T06:30:00Z'),
  })
  const api = clientOf(core)
  await api.office.set({ ...office, name, mark: name, printer: '', ...fields })
  return { api, context: core.context, dataFolder: folder, close: core.close }
}
