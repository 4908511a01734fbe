/**
 * A child process that does one thing with a data folder and is killed at one point of it: `do-and-die.ts WORLD ACTION
 * INPUT`. It loads everything first and waits for the number of the point on stdin, so that the next one can get ready
 * while the last one's remains are looked at. It says on stdout what the points were.
 */
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { clientOf, openCore } from '../../src-main/core.ts'
import { onFaultPoint } from '../../src-main/fault-points.ts'
import { type ActionName, actions } from './actions.ts'

const [world = '', action = '', input = 'null'] = process.argv.slice(2)
const dieAt = Number(await text(process.stdin))
const stick = join(world, 'U盘')
const core = await openCore({
  dataFolder: join(world, '台账'),
  stateFolder: join(world, 'state'),
  host: { shell: 'cli', pickFolder: async () => stick, pickSavePath: async (name) => join(stick, name) },
})
const steps: string[] = []
onFaultPoint((step) => {
  // A reading leaves no trace: to be killed before it is to be killed after what was written last.
  if (/^(with|select|explain|pragma (?!journal))/iu.test(step)) return
  steps.push(step.slice(0, 60))
  if (steps.length === dieAt) process.kill(process.pid, 'SIGKILL')
})
await actions[action as ActionName]({ api: clientOf(core), context: core.context }, JSON.parse(input))
const passed = [...steps]
await core.close()
process.stdout.write(JSON.stringify(passed))
