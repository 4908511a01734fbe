/** Which computer this is (本机标识): what its system drew at random when it was installed. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Milliseconds; a system that does not answer must not keep the ledger shut. */
const patience = 5_000

/**
 * null where the system does not tell. The name of the computer goes in as well: a disk that was cloned carries the same
 * number, but two of one name cannot stay in one network. Not so on a Mac, whose number is that of the board and whose
 * name changes with the network.
 */
export async function machineId(): Promise<string | null> {
  try {
    if (process.platform === 'win32') return `${await windowsGuid()} ${hostname().toLowerCase()}`
    if (process.platform === 'darwin') return await boardUuid()
    return `${(await readFile('/etc/machine-id', 'utf8')).trim()} ${hostname()}`
  } catch {
    return null
  }
}

async function windowsGuid(): Promise<string> {
  const key = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography'
  const { stdout } = await run('reg', ['query', key, '/v', 'MachineGuid', '/reg:64'], {
    timeout: patience,
    windowsHide: true,
  })
  return found(stdout, /MachineGuid\s+REG_SZ\s+(\S+)/u)
}

async function boardUuid(): Promise<string> {
  const { stdout } = await run('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], { timeout: patience })
  return found(stdout, /"IOPlatformUUID" = "([^"]+)"/u)
}

function found(text: string, pattern: RegExp): string {
  const value = pattern.exec(text)?.[1]
  if (value === undefined) throw new Error('the system names no id')
  return value
}
