/**
 * A child process that does one thing with a data folder and is killed at one point of it: `do-and-die.ts WORLD NOW
 * ACTION INPUT`. It loads everything first and waits for the number of the point on stdin, so that the next one can get ready
 * while the last one's remains are looked at. It says on stdout what the points were.
 */
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { clientOf, openCore } from '../../src-main/core.ts'
import { onFaultPoint } from '../../src-main/fault-points.ts'
import { type ActionName, actions } from './actions.ts'

const [world = '', now = '', action = '', input = 'null'] = process.argv.slice(2)
const dieAt = Number(await text(process.stdin))
const stick = join(world, 'U盘')
const core = await openCore({
  dataFolder: join(world, '台账'),
  stateFolder: join(world, 'state'),
  clock: () => new Date(now),
  host: { shell: 'cli', pickFolder: async () => stick, pickSavePath: async (name) => join(stick, name) },
})
const steps: string[] = []
const pass = (step: string) => {
  // A reading leaves no trace: to be killed before it is to be killed after what was written last.
  if (/^(with|select|explain|pragma (?!journal))/iu.test(step)) return
  steps.push(step.slice(0, 60))
  if (steps.length === dieAt) process.kill(process.pid, 'SIGKILL')
}
onFaultPoint(pass)
await actions[action as ActionName]({ api: clientOf(core), context: core.context }, JSON.parse(input))
// Done, but the program does not end in good order.
pass('the end')
const passed = [...steps]
await core.close()
process.stdout.write(JSON.stringify(passed))
