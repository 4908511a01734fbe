/** What looks wrong but is not for a program to change (疑点): shown to the clerk, left as it is. */
import { chineseDate } from '../../../src-shared/chinese.ts'
import type { Finding, RecognisedDocument, Recognition } from '../../../src-shared/recognition.ts'
import { headingFindings } from './heading-findings.ts'
import { type Notes, noteFinding, openNotes } from './notes.ts'
import { textFindings } from './text-findings.ts'

/** Needs the finished parts; `kind` is what the caller asked for. */
export function findingsOf(report: Omit<Recognition, 'findings'>, kind: string | undefined): Finding[] {
  const notes = openNotes()
  const lineOf: LineOf = (part) => report.found.find((one) => one.part === part)?.line ?? 0
  checkAnnexes(notes, report.document, lineOf)
  checkDates(notes, report.document, lineOf)
  checkNames(notes, report.document, lineOf)
  checkKind(notes, report.document, { lineOf, kind })
  checkCopies(notes, report.document, lineOf)
  for (const { text } of report.document.unplaced ?? [])
    noteFinding(notes, 'unplaced', {
      line: report.found.find((one) => one.part === 'unplaced' && one.words.includes(text.slice(0, 4)))?.line ?? 0,
      words: text,
      note: '这一行不知属于哪一部分，未排入正文，请看是否需要',
    })
  return [...notes.findings, ...headingFindings(report), ...textFindings(report)]
}

export type LineOf = (part: Recognition['found'][number]['part']) => number

/** 附件说明 and annexes agree in number and name (7.3.7). */
function checkAnnexes(notes: Notes, { annexNotes, annexes = [] }: RecognisedDocument, lineOf: LineOf) {
  const labelled = annexes.filter((annex) => annex.isLabelled)
  const line = lineOf('annexes')
  for (const [index, annex] of labelled.entries()) {
    const listed = annexNotes?.[index]
    if (!listed) {
      const words = `附件${annex.number ?? ''}`
      noteFinding(notes, 'annexAbsent', { line, words, note: `文后有“${words}”，正文下没有对应的附件说明` })
      continue
    }
    if (annex.title !== undefined && annex.title.replace(/\s/g, '') !== listed.name.replace(/\s/g, ''))
      noteFinding(notes, 'annexName', {
        line,
        words: annex.title,
        note: `附件说明写“${listed.name}”，附件标题写“${annex.title}”，两处应当一致`,
      })
    if (annex.number !== listed.number)
      noteFinding(notes, 'annexNumber', {
        line,
        words: `附件${annex.number ?? ''}`,
        note: `附件说明${numberWords(listed.number)}，附件上${numberWords(annex.number)}，两处应当一致；只有一个附件时都不编序号`,
      })
  }
  const absent = annexNotes?.slice(labelled.length) ?? []
  for (const { name } of labelled.length > 0 || annexes.length === 0 ? absent : [])
    noteFinding(notes, 'annexAbsent', {
      line: lineOf('annexNotes'),
      words: name,
      note: `附件说明列有“${name}”，文后未见这个附件`,
      isInfo: true,
    })
}

function numberWords(number: number | undefined): string {
  return number === undefined ? '未编序号' : `编为${number}`
}

function checkDates(notes: Notes, { date, printedOn, number }: RecognisedDocument, lineOf: LineOf) {
  if (date && printedOn && date !== printedOn) {
    const isReversed = printedOn < date
    noteFinding(notes, isReversed ? 'datesReversed' : 'datesDiffer', {
      line: lineOf('printedOn'),
      words: `${chineseDate(date)}、${chineseDate(printedOn)}`,
      note: isReversed ? '印发日期早于成文日期，请核对' : '成文日期与印发日期不是同一天，属常见情形，请确认',
      isInfo: !isReversed,
    })
  }
  const year = /〔(\d{4})〕/u.exec(number ?? '')?.[1]
  const day = date ?? printedOn
  if (year && day && !day.startsWith(year))
    noteFinding(notes, 'numberYear', {
      line: lineOf('number'),
      words: number ?? '',
      note: `文号写${year}年，日期是${chineseDate(day)}，请核对`,
    })
}

/** The body that issues is named alike in mark, title and signature. */
function checkNames(notes: Notes, { issuers, issuer, title }: RecognisedDocument, lineOf: LineOf) {
  const [marked] = issuers ?? []
  const [signed] = issuer ?? []
  if (marked && signed && marked !== signed && !(issuers ?? []).includes(signed))
    noteFinding(notes, 'namesDiffer', {
      line: lineOf('issuer'),
      words: signed,
      note: `发文机关标志为“${marked}”，署名为“${signed}”，请核对`,
    })
  if (title && /^(?:关于|转发|印发)/u.test(title))
    noteFinding(notes, 'issuerNotInTitle', {
      line: lineOf('title'),
      words: title,
      note: '标题一般由发文机关名称、事由和文种组成（7.3.1），这里没有发文机关名称',
      isInfo: true,
    })
}

function checkKind(
  notes: Notes,
  document: RecognisedDocument,
  { lineOf, kind }: { lineOf: LineOf; kind: string | undefined },
) {
  const { title, signers } = document
  if (title && kind && !new RegExp(`${kind}(?:（[^）]*）)?$`, 'u').test(title))
    noteFinding(notes, 'kindDiffers', {
      line: lineOf('title'),
      words: title,
      note: `指定按“${kind}”排，标题不是以“${kind}”结尾`,
    })
  if (title && !document.kind)
    noteFinding(notes, 'kindUnknown', {
      line: lineOf('title'),
      words: title,
      note: '从标题看不出文种，请选定文种后再排',
    })
  if (signers && document.kind && !['报告', '请示', '意见'].includes(document.kind))
    noteFinding(notes, 'signersForbidden', {
      line: lineOf('signers'),
      words: signers.join('、'),
      note: `只有上行文标注签发人（7.2.6），${document.kind}一般不标`,
    })
}

/** 共印5份 for 各县（区）… is too few. */
function checkCopies(notes: Notes, { copies, recipients, copyTo }: RecognisedDocument, lineOf: LineOf) {
  if (copies === undefined) return
  const names = [...(recipients ?? []), ...(copyTo ?? [])].flatMap((group) => group.names)
  const isCollective = names.some((name) => /^(?:各|市直各|直属各|省级各)/u.test(name))
  if (copies < names.length || (copies < 10 && isCollective))
    noteFinding(notes, 'fewCopies', {
      line: lineOf('copies'),
      words: `共印${copies}份`,
      note: '印数少于主送、抄送的单位数，或其中有“各单位”这样的统称，请核对是否够发',
      isInfo: true,
    })
}
