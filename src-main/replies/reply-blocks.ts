/**
 * The text of a reply (情况报告): a chapter for each slot that the notice asks for. It says only what the records say;
 * what they do not say is a marked sentence that keeps the report from being finalised.
 */
import { periodWords } from '../../src-shared/chinese.ts'
import type { Block } from '../../src-shared/documents.ts'
import { heading, markedBlock, text } from '../documents/report-words.ts'
import { citationOf, matterOf, slotsOf } from './matter.ts'
import type { ReplyMaterial } from './reply-material.ts'
import { achievementBlocks, modelBlocks, practiceBlocks, reactionBlocks } from './reply-practice.ts'
import { planBlocks, progressBlocks, shortfallBlocks } from './reply-progress.ts'

export function replyBlocks(material: ReplyMaterial): Block[] {
  const { notice, period, answered, zeroReason } = material
  const opening = `根据${citationOf(notice)}要求，现将${periodWords(period)}${matterOf(notice)}情况报告如下。`
  if (zeroReason !== '') return zeroBlocks(opening, zeroReason)
  const asked = slotsOf(answered.map(({ requirement }) => requirement)).map((slot) => ({ slot, write: writerOf(slot) }))
  const tells = (writer: Writer) => asked.some(({ write }) => write === writer)
  const shortfalls = tells(shortfallBlocks) ? [] : shortfallBlocks(material)
  const plans = tells(planBlocks) ? [] : planBlocks(material)
  const added = [
    ...(shortfalls.length > 0 ? [{ slot: '存在问题', write: () => shortfalls }] : []),
    ...(plans.length > 0 ? [{ slot: '下一步打算', write: () => plans }] : []),
  ]
  // Each requirement is answered somewhere, even when the notice asks for nothing but experience and reactions.
  const first = tells(progressBlocks) ? [] : [{ slot: '工作开展情况', write: progressBlocks }]
  const said = new Set<string>()
  return [
    text(opening),
    ...[...first, ...asked, ...added].flatMap(({ slot, write }) => [
      heading(1, slot),
      ...orMarked(unsaid(write?.(material) ?? [], said), slot),
    ]),
    text('特此报告。'),
  ]
}

/** Two chapters may both tell what workers said; the report says it once. */
function unsaid(blocks: readonly Block[], said: Set<string>): Block[] {
  return blocks.filter((block) => {
    const words = JSON.stringify(block)
    const isNew = block.kind === 'heading' || !said.has(words)
    said.add(words)
    return isNew
  })
}

function zeroBlocks(opening: string, reason: string): Block[] {
  return [
    text(opening),
    text(`本期没有开展可以报告的学习、宣讲、蹲点和宣传文化工作，原因是：${reason.replace(/[。；]+$/u, '')}。`),
    markedBlock('下一步打算，请写明措施和时限'),
    text('特此报告。'),
  ]
}

type Writer = (material: ReplyMaterial) => Block[]

/** Which chapter the words of a slot mean; the first that fits. */
const writers: readonly { readonly said: RegExp; readonly write: Writer }[] = [
  { said: /反响|反映|反馈/u, write: reactionBlocks },
  { said: /典型|案例/u, write: modelBlocks },
  { said: /经验|创新|亮点/u, write: practiceBlocks },
  { said: /成效|成果|效果/u, write: achievementBlocks },
  { said: /问题|不足|困难/u, write: shortfallBlocks },
  { said: /打算|下一步|下步/u, write: planBlocks },
  { said: /落实|进度|进展|推进|做法|情况|开展/u, write: progressBlocks },
]

function writerOf(slot: string): Writer | undefined {
  return writers.find(({ said }) => said.test(slot))?.write
}

function orMarked(blocks: readonly Block[], slot: string): readonly Block[] {
  return blocks.length > 0 ? blocks : [markedBlock(`${slot}，请据实写明`)]
}
