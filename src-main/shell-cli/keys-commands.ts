/** Commands of the office's own keys (本单位密钥). */
import type { OwnKeys } from '../../src-shared/peers.ts'
import { type Command, usageFault } from './command.ts'
import { openFile } from './open-file.ts'
import { savedPath } from './output-commands.ts'
import { firstLineOf, givenPassphrase } from './passphrase.ts'

export const keysCommands: readonly Command[] = [
  {
    name: 'keys show',
    usage: '',
    summary: '显示本单位的密钥：指纹、怎样保护、是否锁住',
    words: 0,
    options: [],
    async run(api) {
      const keys = await api.keys.show()
      return { value: keys, text: keysText(keys) }
    },
  },
  {
    name: 'keys card',
    usage: '--out F',
    summary: '导出本单位的名片；F以.docx结尾时写出盖章用的打印页',
    words: 0,
    options: ['out'],
    required: ['out'],
    out: 'file',
    async run(api, { options }) {
      const as = options.out?.toLowerCase().endsWith('.docx') ? 'page' : 'file'
      const file = savedPath(await api.keys.card({ as }))
      const { fingerprint } = await api.keys.show()
      return { value: { file, fingerprint }, text: `已写出：${file}\n指纹：${fingerprint}` }
    },
  },
  {
    name: 'keys rotate',
    usage: '--reason TEXT --out F',
    summary: '更换密钥，写出由新旧密钥共同签名的变更文件，交给往来单位',
    words: 0,
    options: ['reason', 'out'],
    required: ['reason', 'out'],
    out: 'file',
    async run(api, call) {
      const passphrase = await givenPassphrase(call)
      const file = savedPath(await api.keys.rotate({ reason: call.options.reason ?? '', passphrase }))
      const { fingerprint } = await api.keys.show()
      return { value: { file, fingerprint }, text: `已更换密钥，变更文件：${file}\n新指纹：${fingerprint}` }
    },
  },
  {
    name: 'keys changes',
    usage: '--out F',
    summary: '再次写出历次更换的变更文件，供没有跟上的单位接收',
    words: 0,
    options: ['out'],
    required: ['out'],
    out: 'file',
    async run(api) {
      const file = savedPath(await api.keys.changes())
      return { value: { file }, text: `已写出：${file}` }
    },
  },
  {
    name: 'keys renew',
    usage: '[--secret-file F]',
    summary: '密钥丢失、失窃、被吊销或忘了口令时重建密钥；之后要把新名片交往来单位重新登记',
    details: ['--secret-file F  新密钥的口令在文件第一行；不写就不设口令'],
    words: 0,
    options: ['secret-file'],
    async run(api, { options, pathOf }) {
      const file = options['secret-file']
      const keys = await api.keys.renew(file === undefined ? {} : { passphrase: await firstLineOf(pathOf(file)) })
      return { value: keys, text: `已重建密钥，请用 keys card 导出新名片。\n${keysText(keys)}` }
    },
  },
  {
    name: 'keys passphrase',
    usage: '(--secret-file F | --remove)',
    summary: '设定、更换或取消密钥的口令；现在的口令用 --passphrase-file 给出',
    details: ['--secret-file F  新口令在文件第一行，至少8个字符', '口令忘了无法找回，只能重建密钥后重新登记名片'],
    words: 0,
    options: ['secret-file'],
    flags: ['remove'],
    async run(api, call) {
      const file = call.options['secret-file']
      if ((file === undefined) === !call.flags.remove) throw usageFault('请在 --secret-file 和 --remove 中选一个。')
      const next = file === undefined ? null : await firstLineOf(call.pathOf(file))
      const keys = await api.keys.setPassphrase({ current: await givenPassphrase(call), next })
      return { value: keys, text: next === null ? '已取消口令。' : '已设定口令。' }
    },
  },
  {
    name: 'keys hand-over',
    usage: '--secret-file F --out F',
    summary: '把密钥和往来单位移交给本单位的另一台电脑，写成用移交口令加密的文件',
    words: 0,
    options: ['secret-file', 'out'],
    required: ['secret-file', 'out'],
    out: 'file',
    async run(api, { options, pathOf }) {
      const passphrase = await firstLineOf(pathOf(options['secret-file'] ?? ''))
      const file = savedPath(await api.keys.handOver({ passphrase }))
      return { value: { file }, text: `已写出：${file}\n请把文件和移交口令分开交给对方，接管后删去文件。` }
    },
  },
  {
    name: 'keys take-over',
    usage: 'F --secret-file F',
    summary: '在本单位的另一台电脑上接管移交来的密钥和往来单位',
    words: 1,
    options: ['secret-file'],
    required: ['secret-file'],
    async run(api, { words: [given = ''], options, pathOf }) {
      const passphrase = await firstLineOf(pathOf(options['secret-file'] ?? ''))
      const taken = await api.keys.takeOver({ file: await openFile(pathOf(given)), passphrase })
      return { value: taken, text: `已接管密钥，往来单位${taken.peers}个。` }
    },
  },
  {
    name: 'keys reclaim',
    usage: 'F',
    summary: '电脑损坏、数据和备份都没有了：用上级导出的本单位名片找回原来的单位编号',
    details: ['之后把新名片交上级重新登记，再上报一次；上级的回执会带回以前报过的记录'],
    words: 1,
    options: [],
    async run(api, { words: [given = ''], pathOf }) {
      const reclaimed = await api.keys.reclaim({ file: await openFile(pathOf(given)) })
      const text = reclaimed.isNew
        ? '已找回单位编号。请用 keys card 导出新名片交上级登记，再上报一次。'
        : '本机已经是这个单位编号。'
      return { value: reclaimed, text }
    },
  },
]

function keysText({ officeName, officeId, fingerprint, isLocked, protection, revocation }: OwnKeys): string {
  const ways = [protection.system ? '系统密码库' : '', protection.passphrase ? '口令' : ''].filter((way) => way !== '')
  return [
    `单位：${officeName || '（未填写）'}　编号：${officeId}`,
    `指纹：${fingerprint}`,
    `保护：${ways.join('、') || '仅限本机本用户读取的文件'}${isLocked ? '　现在锁住' : ''}`,
    ...(revocation ? [`已被${revocation.by}吊销：${revocation.reason}。请用 keys renew 重建。`] : []),
  ].join('\n')
}
