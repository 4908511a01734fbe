/** Start of the command line (命令行). */
import { runCli } from './run.ts'

const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env

process.exitCode = await runCli(process.argv.slice(2), {
  // npm changes to the project's folder; a path on the line is meant from where the person stands.
  folder: script === 'cli' && calledFrom ? calledFrom : process.cwd(),
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
})
