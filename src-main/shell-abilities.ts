/** What the window may offer, given the shell around the core, and the calls that go to that shell. */

import type { Delivery, ShellAbilities } from '../src-shared/delivery.ts'
import { Problem } from '../src-shared/problems.ts'
import { appVersion } from './app-version.ts'
import type { CoreContext } from './core-context.ts'
import { deliver } from './files/deliver.ts'
import type { HostPort } from './host-port.ts'

export function shellAbilities(
  context: CoreContext,
): ShellAbilities & { version: string; dataFolder: string; today: string } {
  const { host, dataFolder } = context
  return {
    shell: host.shell,
    canPickSavePath: host.pickSavePath !== undefined,
    canPickFolder: host.pickFolder !== undefined,
    canPrintPdf: host.printPdf !== undefined,
    canShowInFolder: host.showInFolder !== undefined,
    version: appVersion,
    dataFolder,
    today: context.today(),
  }
}

/** @throws Problem NOT_FOUND where the shell has no file manager to show */
export async function showInFolder(host: HostPort, path: string): Promise<void> {
  if (!host.showInFolder) throw new Problem('NOT_FOUND', `这里不能打开文件夹，文件保存在“${path}”，请自行查看。`)
  await host.showInFolder(path)
}

/** @throws Problem NOT_FOUND where the shell cannot print to PDF; DISK_FULL, FILE_UNWRITABLE */
export async function printPdf(host: HostPort, fileName: string): Promise<Delivery> {
  const print = host.printPdf
  if (!print) throw new Problem('NOT_FOUND', '浏览器中不能直接存为PDF，请用浏览器的“打印”，选择“另存为PDF”。')
  return await deliver(host, { name: fileName, type: 'application/pdf' }, print)
}
