/**
 * Intake of a notice: recognised and its requirements proposed, against recognising alone, at 5, 10 and 20 pages. A page is what
 * GB/T 9704 prints: 22 lines of 28 characters.
 */
import { recogniseDocument } from '../../src-main/documents/recognise/recognise-document.ts'
import { proposeRequirements } from '../../src-main/notices/propose/propose-requirements.ts'
import { type Comparison, compare } from './measure.ts'

const pageLength = 22 * 28

export async function benchIntake(pages: readonly number[], runs: number): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const size of pages) {
    const text = noticeOf(size)
    const bare = () => recogniseDocument({ text })
    const ours = () => proposeRequirements(recogniseDocument({ text }).document, { noticeDate: '2026-03-02' })
    comparisons.push(
      await compare(
        'intake of a notice',
        { ours, bare },
        {
          size,
          // Recognising reads lines, proposing every clause of them: a few times as much is what it may cost.
          aim: 6,
          runs,
          times: Math.max(1, Math.ceil(40 / size)),
          besides: 'every clause read by the rules: kind, subject, numbers, times',
        },
      ),
    )
  }
  return comparisons
}

/** Sections of duties and of narrative in turn, each sentence with a number of its own, until the pages are full. */
function noticeOf(pages: number): string {
  const lines = [
    '云岭县总工会关于开展年度宣传教育工作的通知',
    '',
    '各乡镇总工会、县直各基层工会：',
    '',
    '现就有关工作通知如下。',
    '',
  ]
  for (let at = 0, length = 0; length < pages * pageLength; at += 1) {
    const section = sectionOf(at)
    lines.push(section, '')
    length += section.length
  }
  return `${lines.join('\n')}\n云岭县总工会\n\n2026年3月2日\n`
}

function sectionOf(at: number): string {
  const heading = `${at + 1}.第${at + 1}项工作。`
  if (at % 3 === 2)
    return `${heading}工会是党联系职工群众的桥梁和纽带，做好这项工作具有重要意义，对于凝聚职工力量、服务发展大局发挥着不可替代的作用，广大职工群众给予了充分肯定，各方面反响良好。`
  const month = (at % 9) + 4
  return `${heading}各乡镇总工会要结合实际制定宣讲方案，深入企业、车间、班组开展宣讲不少于${(at % 7) + 2}场；各基层党支部开展主题党日不少于1次，用好职工书屋等阵地，组织职工读书诵读。县总工会在公众号开设专栏，推出一批短视频。请于${month}月20日前将进展情况、典型做法和存在问题报县总工会宣教部。`
}
