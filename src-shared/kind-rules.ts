/** What each 文种 needs and forbids (文种要求), as data with the clause it comes from, and the faults of a document. */
import type { Block, DocumentFormat, DocumentKind, OfficialDocument } from './documents.ts'

export type Demand = 'needed' | 'optional' | 'forbidden'
export type KindRule = {
  /** The first is the usual one. */
  readonly formats: readonly DocumentFormat[]
  readonly signers: Demand
  readonly recipients: Demand
  /** 署名, and with it the seal. */
  readonly signature: Demand
  readonly attendance: Demand
  /** May ask for a decision: 请批示、请批准. */
  readonly mayRequest: boolean
  readonly clauses: { readonly signers: string; readonly recipients: string; readonly signature: string }
}

const usual = {
  formats: ['普通', '信函'],
  signers: 'forbidden',
  recipients: 'needed',
  signature: 'needed',
  attendance: 'forbidden',
  mayRequest: false,
  clauses: { signers: '7.2.6', recipients: '7.3.2', signature: '7.3.5' },
} as const satisfies KindRule

export const kindRules: Readonly<Record<DocumentKind, KindRule>> = {
  // A notice that is made public names no addressee.
  通知: { ...usual, recipients: 'optional' },
  报告: { ...usual, formats: ['普通'], signers: 'needed' },
  请示: { ...usual, formats: ['普通'], signers: 'needed', mayRequest: true },
  函: { ...usual, formats: ['信函', '普通'], mayRequest: true },
  纪要: {
    ...usual,
    formats: ['纪要', '普通'],
    recipients: 'optional',
    signature: 'optional',
    attendance: 'optional',
    clauses: { ...usual.clauses, recipients: '10.3', signature: '10.3' },
  },
  通报: { ...usual, recipients: 'optional' },
  批复: usual,
  意见: { ...usual, recipients: 'optional' },
}

export type KindFault = {
  readonly path: readonly (string | number)[]
  readonly clause: string
  readonly sentence: string
}

/** The format in which the document is printed. */
export function formatOf(document: Pick<OfficialDocument, 'kind' | 'format'>): DocumentFormat {
  return document.format ?? kindRules[document.kind].formats[0] ?? '普通'
}

/** What is missing or does not belong, a Chinese sentence each; empty for a sound document. */
export function kindFaults(document: OfficialDocument): KindFault[] {
  const rule = kindRules[document.kind]
  const faults: KindFault[] = []
  const add = (path: KindFault['path'], clause: string, sentence: string) => faults.push({ path, clause, sentence })
  const { kind } = document
  const format = formatOf(document)
  if (!rule.formats.includes(format)) add(['format'], '10', `${kind}不用${format}格式，请改用${rule.formats[0]}格式`)
  if (rule.signers === 'needed' && document.signers.length === 0)
    add(['signers'], rule.clauses.signers, `${kind}应标注签发人`)
  if (rule.signers === 'forbidden' && document.signers.length > 0)
    add(['signers'], rule.clauses.signers, `${kind}不标注签发人，只有报告、请示等上行文标注，请删去`)
  if (rule.recipients === 'needed' && document.recipients.length === 0)
    add(['recipients'], rule.clauses.recipients, '至少填一个主送机关')
  if (rule.signature === 'needed' && document.issuer === '')
    add(['issuer'], rule.clauses.signature, `${kind}应有发文机关署名`)
  if (document.date === '') add(['date'], '7.3.5.4', '必填')
  if (rule.attendance === 'forbidden' && (document.attendance?.length ?? 0) > 0)
    add(['attendance'], '10.3', `出席、请假、列席人员只在纪要中标注，${kind}请删去或写进正文`)
  const request = rule.mayRequest ? undefined : requestIn(document.blocks)
  if (request !== undefined && kind === '报告')
    add(['blocks'], '条例第十五条', `报告不得夹带请示事项：“${request}”，请删去这句，需要上级答复的另写一份请示`)
  return [...faults, ...dateFaults(document), ...formatFaults(document, format)]
}

function dateFaults(document: OfficialDocument): KindFault[] {
  if (document.printedOn === '' || document.date === '' || document.printedOn >= document.date) return []
  return [{ path: ['printedOn'], clause: '7.4.3', sentence: '印发日期早于成文日期，请核对' }]
}

function formatFaults(document: OfficialDocument, format: DocumentFormat): KindFault[] {
  const faults: KindFault[] = []
  if (format === '普通' && document.printer === '')
    faults.push({ path: ['printer'], clause: '7.4.3', sentence: '必填' })
  if (format === '普通' && document.printedOn === '')
    faults.push({ path: ['printedOn'], clause: '7.4.3', sentence: '必填' })
  if (format === '信函' && document.mark.endsWith('文件'))
    faults.push({ path: ['mark'], clause: '10.1', sentence: '信函格式的发文机关标志不加“文件”二字，请删去' })
  if (format === '纪要' && !document.mark.endsWith('纪要'))
    faults.push({ path: ['mark'], clause: '10.3', sentence: '纪要标志应为“××××纪要”，请以“纪要”结尾' })
  if (format !== '纪要' && document.number !== '' && /^[第〔]/.test(document.number))
    faults.push({
      path: ['number'],
      clause: '7.2.5',
      sentence: '应为“云工发〔2026〕5号”的样式：由发文机关代字、年份、发文顺序号组成',
    })
  return faults
}

/** The words that ask for a decision; “请审阅” asks for none. */
function requestIn(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    const runs = block.kind === 'paragraph' ? block.runs : block.kind === 'heading' ? (block.runIn ?? []) : []
    const text = runs.map((run) => run.text).join('')
    const match =
      /[^。；！？]*(?<![申提])请(?:[^。；，、请]{0,8})(?:批示|批准|审批|批复|核准)(?!的|后|了|表)[^。；！？]*/u.exec(
        text,
      )
    if (match) return match[0].trim()
  }
  return undefined
}
