/** Commands of the offices that we exchange bundles with (往来单位). */
import type { Api } from '../../src-shared/contract.ts'
import type { PeerWithKeys } from '../../src-shared/peers.ts'
import { Problem } from '../../src-shared/problems.ts'
import { type Command, oneOfWords } from './command.ts'
import { openFile } from './open-file.ts'
import { savedPath } from './output-commands.ts'

export const peersCommands: readonly Command[] = [
  {
    name: 'keys accept',
    usage: 'F --fingerprint CODE [--as 上级|下级] [--under OFFICE]',
    summary: '登记对方的名片；指纹须与电话中读出的或盖章打印页上的一致',
    details: [
      '--as     不写时，名称与本单位的上级相同的为上级，其余为下级',
      '--under  下级的直接上级，写单位名称或编号；不写就直属本单位',
    ],
    words: 1,
    options: ['fingerprint', 'as', 'under'],
    required: ['fingerprint'],
    async run(api, { words: [given = ''], options, pathOf }) {
      const { fingerprint = '', as, under } = options
      const peer = await api.keys.accept({
        file: await openFile(pathOf(given)),
        fingerprint,
        ...(as === undefined ? {} : { role: oneOfWords(as, ['上级', '下级'] as const) }),
        ...(under === undefined ? {} : { parentId: (await peerNamed(api, under)).officeId }),
      })
      return { value: peer, text: `已登记${peer.role}：${peer.name}` }
    },
  },
  {
    name: 'keys accept-change',
    usage: 'F',
    summary: '接收对方签名的密钥变更、吊销文件或下级名单',
    words: 1,
    options: [],
    async run(api, { words: [given = ''], pathOf }) {
      const changes = await api.keys.acceptChanges({ file: await openFile(pathOf(given)) })
      const lines = changes.map(({ change, officeName, isNew, offices = 0 }) => {
        const what = { rotation: '更换密钥', revocation: '密钥吊销', roster: `下级名单${offices}个单位` }[change]
        return `${officeName}：${what}${isNew ? '，已接收' : '，以前已接收'}`
      })
      return { value: { changes }, text: lines.join('\n') }
    },
  },
  {
    name: 'keys list',
    usage: '',
    summary: '列出往来单位和它们的密钥',
    words: 0,
    options: [],
    async run(api) {
      const peers = await api.keys.peers()
      const lines = peers.flatMap((peer) => linesOf(peer, depthOf(peer, peers)))
      return { value: { peers }, text: lines.join('\n') || '还没有登记往来单位。' }
    },
  },
  {
    name: 'keys peer-card',
    usage: 'OFFICE --out F',
    summary: '写出一个往来单位最后登记的名片，供它数据全失后找回单位编号',
    words: 1,
    options: ['out'],
    required: ['out'],
    out: 'file',
    async run(api, { words: [given = ''] }) {
      const { officeId, name } = await peerNamed(api, given)
      const file = savedPath(await api.keys.peerCard({ officeId }))
      return { value: { file }, text: `已写出：${file}\n请交给${name}，它用 keys reclaim 找回单位编号。` }
    },
  },
  {
    name: 'keys roster',
    usage: '--out F',
    summary: '导出下级名单，交上级接收：上级不用再逐个核对本单位所属下级的指纹',
    words: 0,
    options: ['out'],
    required: ['out'],
    out: 'file',
    async run(api) {
      const file = savedPath(await api.keys.roster())
      return { value: { file }, text: `已写出：${file}` }
    },
  },
  {
    name: 'keys revoke',
    usage: 'ID --reason TEXT --out F',
    summary: '吊销本单位或下级的密钥，写出签名的吊销文件；ID为单位名称、单位编号或密钥编号',
    words: 1,
    options: ['reason', 'out'],
    required: ['reason', 'out'],
    out: 'file',
    async run(api, { words: [given = ''], options }) {
      const id = (await api.keys.peers()).find((peer) => peer.name === given)?.officeId ?? given
      const file = savedPath(await api.keys.revoke({ id, reason: options.reason ?? '' }))
      return { value: { file }, text: `已吊销，吊销文件：${file}` }
    },
  },
  {
    name: 'keys part',
    usage: 'OFFICE',
    summary: '停止与一个单位往来；已收到的内容不变，重新登记名片即可恢复',
    words: 1,
    options: [],
    async run(api, { words: [given = ''] }) {
      const peer = await api.keys.part({ officeId: (await peerNamed(api, given)).officeId })
      return { value: peer, text: `已停止与“${peer.name}”往来。` }
    },
  },
]

/** By id or by name. @throws Problem NOT_FOUND, CONFLICT when two bear the name */
export async function peerNamed(api: Api, given: string): Promise<PeerWithKeys> {
  const peers = await api.keys.peers()
  const found = peers.filter(({ officeId, name }) => officeId === given || name === given)
  const [peer] = found
  if (!peer) throw new Problem('NOT_FOUND', `往来单位中没有“${given}”，可用 keys list 查看。`)
  if (found.length > 1) throw new Problem('CONFLICT', `有${found.length}个往来单位叫“${given}”，请改用单位编号。`)
  return peer
}

function depthOf(peer: PeerWithKeys, peers: readonly PeerWithKeys[]): number {
  const parent = peers.find(({ officeId }) => officeId === peer.parentId)
  return parent ? 1 + depthOf(parent, peers) : 0
}

function linesOf({ role, name, officeId, keys }: PeerWithKeys, depth: number): string[] {
  const indent = '　'.repeat(depth)
  return [
    `${indent}${role}　${name}　${officeId}`,
    ...keys.map((key) => `${indent}　　${key.state}　${key.fingerprint}　${key.keyId.slice(0, 16)}`),
  ]
}
