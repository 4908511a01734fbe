/** All commands (命令表) and their help. */
import { attachmentCommands } from './attachment-commands.ts'
import { backupCommands } from './backup-commands.ts'
import { callCommand } from './call-command.ts'
import type { Command } from './command.ts'
import { runDemo } from './demo.ts'
import { documentCommands } from './document-commands.ts'
import { documentPdf } from './document-pdf.ts'
import { entryCommands } from './entry-commands.ts'
import { exchangeCommands } from './exchange-commands.ts'
import { formatCommands } from './format-commands.ts'
import { importCommands } from './import-commands.ts'
import { incomingCommands } from './incoming-commands.ts'
import { intakeCommands } from './intake-commands.ts'
import { keysCommands } from './keys-commands.ts'
import { layoutCommands } from './layout-commands.ts'
import { listCommand } from './list-command.ts'
import { noticeCommands } from './notice-commands.ts'
import { outgoingCommands } from './outgoing-commands.ts'
import { outputCommands } from './output-commands.ts'
import { peersCommands } from './peers-commands.ts'
import { receiptCommands } from './receipt-commands.ts'
import { recordCommands } from './record-commands.ts'
import { registerCommands } from './register-commands.ts'
import { replyCommands } from './reply-commands.ts'
import { reportCommands } from './report-commands.ts'
import { scanCommand } from './scan-command.ts'
import { searchCommand } from './search-command.ts'
import { sheetCommands } from './sheet-commands.ts'
import { unionCommands } from './union-commands.ts'
import { upperCommands } from './upper-commands.ts'
import { viewCommands } from './view-commands.ts'

const demo: Command = {
  name: 'demo',
  usage: '--out DIR',
  summary: '在全新的临时台账上走完全程，写出报告、统计表和上报包',
  words: 0,
  options: ['out'],
  required: ['out'],
  runApart: (_dataFolder, call) => runDemo(call),
}

export const commands: readonly Command[] = [
  ...registerCommands,
  ...unionCommands,
  ...recordCommands,
  ...entryCommands,
  ...attachmentCommands,
  ...importCommands,
  ...outputCommands,
  ...reportCommands,
  ...sheetCommands,
  ...documentCommands,
  documentPdf,
  ...outgoingCommands,
  ...formatCommands,
  ...layoutCommands,
  ...incomingCommands,
  ...noticeCommands,
  ...replyCommands,
  scanCommand,
  ...intakeCommands,
  ...upperCommands,
  ...receiptCommands,
  ...backupCommands,
  ...keysCommands,
  ...peersCommands,
  ...exchangeCommands,
  searchCommand,
  ...viewCommands,
  listCommand,
  callCommand,
  demo,
]

export function usageLine({ name, usage }: Command): string {
  return `${name} ${usage}`.trim()
}

const exitCodes = '退出码：0 完成；1 没有完成，原因在标准错误输出；2 命令写法不对'

/** What `--help` behind a command prints. */
export function commandHelp(command: Command): string {
  const { summary, details = [] } = command
  return [usageLine(command), `    ${summary}`, ...details.map((line) => `    ${line}`), '', exitCodes].join('\n')
}

export function helpText(): string {
  const lines = commands.map((command) => `  ${usageLine(command)}\n      ${command.summary}`)
  return [
    '学宣台账 命令行',
    '',
    '用法：npm run --silent cli -- [--data DIR] [--json] 命令',
    '',
    '  --data DIR   数据文件夹；不写就用窗口所用的那一个',
    '  --json       在标准输出打印一个JSON值',
    '  --passphrase-file F  密钥口令在文件第一行；也可用环境变量 XUEXUAN_PASSPHRASE',
    '  D            日期，如 2026-11-21',
    '',
    ...lines,
    '',
    exitCodes,
  ].join('\n')
}
