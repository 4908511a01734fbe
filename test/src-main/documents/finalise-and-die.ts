/** A child process that finalises a document and is killed at one point: `finalise-and-die.ts FOLDER ID VERSION POINT`. */
import { openCore } from '../../../src-main/core.ts'
import { finaliseDocument } from '../../../src-main/documents/finalise-document.ts'
import { stopAtPoint } from './stop-at-point.ts'

const [folder = '', id = '', version = '', point = ''] = process.argv.slice(2)

const core = await openCore({ dataFolder: folder, host: { shell: 'cli' } })
const killing = stopAtPoint(Number(point), () => process.kill(process.pid, 'SIGKILL'))
const context = { ...core.context, db: core.context.db.withPlugin(killing) }
await finaliseDocument(context, { id, version: Number(version), requestId: `wish for ${id}` })
await core.close()
process.stdout.write(String(killing.passed()))
