/** What a person should know before a bundle is taken in (接收提示): 红 stops it until she says so. Pure. */
import { previousReportOf, type ReportManifest } from '../../src-shared/bundle-manifest.ts'
import type { BundleEffect, FlagCode, IntakeFlag } from '../../src-shared/intake.ts'
import { localDayOf } from '../../src-shared/report-state.ts'

export type Findings = {
  readonly manifest: ReportManifest
  readonly receivedAt: string
  readonly isFork: boolean
  readonly rows: BundleEffect['rows']
  readonly cover: BundleEffect['cover']
  readonly root: BundleEffect['root']
  readonly differences: BundleEffect['differences']
  /** Rows of the office that are held back now, of this bundle or of earlier ones. */
  readonly held: number
  readonly missingPhotos: number
  /** Highest number of the same replica and epoch that we have besides; 0 for none. */
  readonly highestSeq: number
  /** Whether the report before, if there is one, is here. */
  readonly hasPrevious: boolean
  /** The sender's last change up to which we have every one, without this bundle. */
  readonly reach: number
  /** A later bundle of the office counts already, or one of another PC of it. */
  readonly isBehind: boolean
  readonly peerName: string
  /** The period was approved (已验) before. */
  readonly isApproved: boolean
  readonly isKnownSchema: boolean
}

/** Numbers that may be missing before a further one is taken for a slip or a stolen key. */
const largestJump = 1000
const day = 86_400_000

export function flagsOf(findings: Findings): IntakeFlag[] {
  return [...wrong(findings), ...toKnow(findings)]
}

function wrong(findings: Findings): IntakeFlag[] {
  const { manifest, cover, root, highestSeq } = findings
  const flags: IntakeFlag[] = []
  const why = reasonFor(findings)
  if (cover.length > 0)
    flags.push({
      level: why === '' ? '红' : '黄',
      code: '汇总不符',
      words:
        why === ''
          ? `封面上有${cover.length}项合计与包内记录算出的不一致，请打电话向报送单位核实后再决定是否接收。`
          : `封面上有${cover.length}项合计与这里算出的不同，因为${why}。`,
    })
  if (!root.isSame)
    flags.push({
      level: why === '' ? '红' : '黄',
      code: '内容不一致',
      words:
        why === ''
          ? '接收后的内容与报送单位的不一致，又没有查到原因，请打电话核实，必要时请它导出全部内容重报。'
          : `接收后的内容与报送单位的不完全一致，因为${why}。`,
    })
  if (manifest.seq - highestSeq > largestJump)
    flags.push({
      level: '红',
      code: '序号异常',
      words: `序号跳到了第${manifest.seq}号（此前收到第${highestSeq}号），可能是密钥被盗用，请打电话核实后再决定是否接收。`,
    })
  return flags
}

/** Why the receiver's state may rightly differ from the sender's; empty when nothing explains it. */
function reasonFor({ held, isFork, isBehind, rows, manifest, reach, differences }: Findings): string {
  if (held > 0) return `有${held}条没有并入`
  if (lacksBase(manifest, reach)) return '此前的内容还没有收齐'
  const more = differences.reduce((sum, { stated, found }) => sum + Math.max(0, found - stated), 0)
  if (isFork || rows.旧 + rows.合并 + rows.冲突 > 0)
    return more > 0 ? `这里有${more}条是它那台电脑上没有的，两边都保留了` : '两台电脑都改过，两边的修改都保留了'
  if (more > 0) return `这里有${more}条是它那台电脑上没有的`
  return isBehind ? '它之后的包或另一台电脑的包已经收到' : ''
}

function lacksBase({ base }: ReportManifest, reach: number): boolean {
  return base !== null && base.change > reach
}

function toKnow(findings: Findings): IntakeFlag[] {
  const { manifest, rows, missingPhotos, peerName } = findings
  const flags: (IntakeFlag | null)[] = [
    flag(
      findings.isFork,
      '分叉',
      '序号与已收到的包接不上，报送单位可能恢复过旧备份或复制过电脑；两边的内容都会保留，回执会请它换用新的编号。',
    ),
    flag(
      !findings.isFork && !findings.hasPrevious,
      '断号',
      `前一个（第${previousReportOf(manifest)}号）没有收到；每个包都带着上次回执以来的全部修改，不影响本包。`,
    ),
    flag(
      lacksBase(manifest, findings.reach),
      '缺底',
      '它只带了上次回执以来的修改，而这里没有此前的内容（例如恢复过备份），请发回执，报送单位下次会自动补齐。',
    ),
    flag(rows.拒收 > 0, '隔离', `有${rows.拒收}条不合规则，没有并入，会随回执退回改正。`),
    flag(rows.暂存 > 0, '暂存', `有${rows.暂存}条所关联的内容还没有到，先放着，收到后自动并入。`),
    flag(rows.冲突 > 0, '冲突', `有${rows.冲突}条两边改成了不同的值，暂按较新的一个，请看清后由报送单位确认。`),
    correctionFlag(findings),
    flag(missingPhotos > 0, '缺照片', `有${missingPhotos}份佐证在还没收到的分卷里，数据可以先用。`),
    flag(
      isClockWrong(findings),
      '时钟',
      `它的电脑时钟不对（包上写的是${localDayOf(manifest.createdAt)}），是否按时以本单位收到的时间为准。`,
    ),
    flag(
      peerName !== '' && peerName !== manifest.sender.name,
      '改名',
      `登记的名称是“${peerName}”，包上是“${manifest.sender.name}”，按单位编号认定为同一单位；确已更名的请它重发密钥名片。`,
    ),
    flag(!findings.isKnownSchema, '较新版本', '它用的程序比本单位的新，认不得的内容原样保留，请尽快升级。'),
  ]
  return flags.filter((one) => one !== null)
}

function correctionFlag({ manifest, isApproved, rows }: Findings): IntakeFlag | null {
  if (manifest.correction !== '') return flag(true, '更正', `更正原因：${manifest.correction}`)
  const changes = rows.新增 + rows.修改 + rows.合并
  return flag(
    isApproved && changes > 0,
    '更正',
    `这段时间已经验过，又改动了${changes}条，没有写更正原因，请打电话问清。`,
  )
}

function isClockWrong({ manifest, receivedAt }: Findings): boolean {
  const apart = Date.parse(receivedAt) - Date.parse(manifest.createdAt)
  return apart < -day || apart > 400 * day
}

function flag(isUp: boolean, code: FlagCode, words: string): IntakeFlag | null {
  return isUp ? { level: '黄', code, words } : null
}
