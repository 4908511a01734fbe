/** Table of contents (目录): each call of the contract and the function that answers it. */
import { createDocument } from '../documents/blank-document.ts'
import * as documents from '../documents/documents.ts'
import { draftReport } from '../documents/draft-report.ts'
import { finaliseDocument, proposedNumber } from '../documents/finalise-document.ts'
import * as formatting from '../documents/format-document.ts'
import { setFirstSerial } from '../documents/number-series.ts'
import * as outgoing from '../documents/outgoing-register.ts'
import { deliverDocument } from '../documents/write-document.ts'
import { findDraft, putDraft, removeDraft } from '../drafts.ts'
import * as incoming from '../incoming.ts'
import { addNotice, adoptNotice } from '../notices/add-notice.ts'
import { setAnswer } from '../notices/answers.ts'
import { listCatalogue } from '../notices/catalogue/catalogue.ts'
import { noticeCoverage } from '../notices/coverage.ts'
import { listMatches } from '../notices/matches.ts'
import * as notices from '../notices/notices.ts'
import { noticesOverview } from '../notices/overview.ts'
import { noticeProgress } from '../notices/progress.ts'
import * as requirements from '../notices/requirements.ts'
import { mergeRequirements, splitRequirement } from '../notices/split-and-merge.ts'
import { findStayRule, setStayRule, stayDays } from '../notices/stay-days.ts'
import { findOffice, setOffice } from '../office.ts'
import { addPicture, getPicture } from '../pictures.ts'
import { listArrangements, putArrangements } from '../replies/arrangements.ts'
import { listNoticeDocuments } from '../replies/notice-documents.ts'
import { draftForNotice } from '../replies/plan-document.ts'
import { draftReply, refreshDocument } from '../replies/reply.ts'
import { requirementFigures } from '../replies/requirement-figures.ts'
import { explain, refuseFaulty, selfCheck } from '../replies/self-check.ts'
import { traceDocument } from '../replies/trace-document.ts'
import { search } from '../search/search.ts'
import { findLayoutChoice, setLayoutChoice } from '../settings.ts'
import { printPdf, shellAbilities, showInFolder } from '../shell-abilities.ts'
import { showWorkbench } from '../workbench/show-workbench.ts'
import { attachmentRoutes } from './attachment-routes.ts'
import { backupRoutes } from './backup-routes.ts'
import { batchRoutes } from './batch-routes.ts'
import { deskRoutes, taskRoutes } from './desk-routes.ts'
import { exchangeRoutes } from './exchange-routes.ts'
import { guideRoutes } from './guide-routes.ts'
import { os } from './implementer.ts'
import { importRoutes } from './import-routes.ts'
import { installationRoutes } from './installation-routes.ts'
import { intakeRoutes } from './intake-routes.ts'
import { keysRoutes } from './keys-routes.ts'
import { listRoutes } from './list-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { sampleRoutes } from './sample-routes.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { unionRoutes } from './union-routes.ts'
import { viewRoutes } from './view-routes.ts'

export const router = os.router({
  shell: {
    abilities: os.shell.abilities.handler(({ context }) => shellAbilities(context)),
    showInFolder: os.shell.showInFolder.handler(({ context, input }) => showInFolder(context.host, input.path)),
    printPdf: os.shell.printPdf.handler(({ context, input }) => printPdf(context.host, input.fileName)),
  },
  jobs: {
    events: os.jobs.events.handler(({ context, signal }) => context.jobs.events(signal)),
    cancel: os.jobs.cancel.handler(({ context, input }) => context.jobs.cancel(input.jobId)),
  },
  drafts: {
    get: os.drafts.get.handler(({ context, input }) => findDraft(context.db, input.key)),
    put: os.drafts.put.handler(({ context, input }) => putDraft(context.db, context.now, input.key, input.value)),
    remove: os.drafts.remove.handler(({ context, input }) => removeDraft(context.db, input.key)),
  },
  office: {
    show: os.office.show.handler(({ context }) => findOffice(context.db)),
    set: os.office.set.handler(({ context, input }) => setOffice(context.db, context, input)),
  },
  layout: {
    show: os.layout.show.handler(({ context }) => findLayoutChoice(context.db)),
    set: os.layout.set.handler(({ context, input }) => setLayoutChoice(context.db, context, input)),
  },
  unions: unionRoutes,
  ...recordRoutes,
  ...registerRoutes,
  sample: sampleRoutes,
  workbench: { show: os.workbench.show.handler(({ context }) => showWorkbench(context.db, context.today())) },
  sheets: sheetRoutes,
  views: viewRoutes,
  guide: guideRoutes,
  lists: listRoutes,
  search: os.search.handler(({ context, input }) => search(context.db, input)),
  documents: {
    list: os.documents.list.handler(({ context }) => documents.listDocuments(context.db)),
    get: os.documents.get.handler(({ context, input }) => documents.getDocument(context.db, input.id)),
    create: os.documents.create.handler(({ context, input }) => createDocument(context, input.kind)),
    draftReport: os.documents.draftReport.handler(({ context, input }) => draftReport(context, input)),
    refresh: os.documents.refresh.handler(({ context, input }) => refreshDocument(context, input.id)),
    update: os.documents.update.handler(({ context, input }) => documents.updateDocument(context.db, context, input)),
    remove: os.documents.remove.handler(({ context, input }) =>
      documents.removeDocument(context.db, context, input.id),
    ),
    restore: os.documents.restore.handler(({ context, input }) =>
      documents.restoreDocument(context.db, context, input.id),
    ),
    write: os.documents.write.handler(({ context, input }) => deliverDocument(context, input)),
    copy: os.documents.copy.handler(({ context, input }) => documents.copyDocument(context.db, context, input.id)),
    proposedNumber: os.documents.proposedNumber.handler(({ context, input }) => proposedNumber(context, input.id)),
    finalise: os.documents.finalise.handler(({ context, input }) =>
      finaliseDocument(context, input, { requirementFigures, refuseFaulty }),
    ),
    withdraw: os.documents.withdraw.handler(({ context, input }) =>
      outgoing.withdrawDocument(context.db, context, input),
    ),
    verify: os.documents.verify.handler(({ context, input }) => outgoing.verifyDocument(context, input.id)),
    trace: os.documents.trace.handler(({ context, input }) => traceDocument(context, input.id)),
    recognise: os.documents.recognise.handler(({ input }) => formatting.recogniseInput(input)),
    format: os.documents.format.handler(({ context, input }) => formatting.formatInput(context, input)),
    store: os.documents.store.handler(({ context, input }) => formatting.storeInput(context, input)),
    check: os.documents.check.handler(({ context, input }) => formatting.checkInput(context, input)),
    mend: os.documents.mend.handler(({ context, input }) => formatting.mendInput(context, input)),
  },
  pictures: {
    add: os.pictures.add.handler(({ context, input }) => addPicture(context, input.file)),
    get: os.pictures.get.handler(({ context, input }) => getPicture(context, input.sha256)),
  },
  outgoing: {
    list: os.outgoing.list.handler(({ context, input }) => outgoing.listOutgoing(context.db, input.year)),
    setFirstSerial: os.outgoing.setFirstSerial.handler(({ context, input }) =>
      setFirstSerial(context.db, context, input),
    ),
  },
  incoming: {
    list: os.incoming.list.handler(({ context, input }) => incoming.listIncoming(context.db, input)),
    get: os.incoming.get.handler(({ context, input }) => incoming.getIncoming(context.db, input.id)),
    add: os.incoming.add.handler(({ context, input }) => incoming.addIncoming(context.db, context, input)),
    update: os.incoming.update.handler(({ context, input }) => incoming.updateIncoming(context.db, context, input)),
    remove: os.incoming.remove.handler(({ context, input }) => incoming.removeIncoming(context.db, context, input.id)),
    restore: os.incoming.restore.handler(({ context, input }) =>
      incoming.restoreIncoming(context.db, context, input.id),
    ),
  },
  notices: {
    list: os.notices.list.handler(({ context, input }) => notices.listNotices(context.db, input)),
    get: os.notices.get.handler(({ context, input }) => notices.getNoticeDetail(context.db, input.id)),
    add: os.notices.add.handler(({ context, input }) => addNotice(context, input)),
    update: os.notices.update.handler(({ context, input }) => notices.updateNotice(context.db, context, input)),
    remove: os.notices.remove.handler(({ context, input }) => notices.removeNotice(context.db, context, input.id)),
    restore: os.notices.restore.handler(({ context, input }) => notices.restoreNotice(context.db, context, input.id)),
    catalogue: os.notices.catalogue.handler(({ input }) => listCatalogue(input.number)),
    adopt: os.notices.adopt.handler(({ context, input }) => adoptNotice(context, input.number)),
    progress: os.notices.progress.handler(({ context, input }) => noticeProgress(context.db, input, context.today())),
    matches: os.notices.matches.handler(({ context, input }) => listMatches(context.db, input)),
    overview: os.notices.overview.handler(({ context, input }) => noticesOverview(context.db, input, context.today())),
    coverage: os.notices.coverage.handler(({ context, input }) =>
      noticeCoverage(context.db, input.id, context.today()),
    ),
    reply: os.notices.reply.handler(({ context, input }) => draftReply(context, input)),
    draft: os.notices.draft.handler(({ context, input }) => draftForNotice(context, input)),
    documents: os.notices.documents.handler(({ context, input }) => listNoticeDocuments(context.db, input.id)),
    selfCheck: os.notices.selfCheck.handler(({ context, input }) => selfCheck(context.db, input, context.today())),
    explain: os.notices.explain.handler(({ context, input }) => explain(context.db, context, input)),
  },
  requirements: {
    add: os.requirements.add.handler(({ context, input }) => requirements.addRequirements(context.db, context, input)),
    update: os.requirements.update.handler(({ context, input }) =>
      requirements.updateRequirement(context.db, context, input),
    ),
    remove: os.requirements.remove.handler(({ context, input }) =>
      requirements.removeRequirement(context.db, context, input.id),
    ),
    restore: os.requirements.restore.handler(({ context, input }) =>
      requirements.restoreRequirement(context.db, context, input.id),
    ),
    confirm: os.requirements.confirm.handler(({ context, input }) =>
      requirements.setRequirementState(context.db, context, input.ids, '已确认'),
    ),
    setAside: os.requirements.setAside.handler(({ context, input }) =>
      requirements.setRequirementState(context.db, context, input.ids, '不适用'),
    ),
    split: os.requirements.split.handler(({ context, input }) => splitRequirement(context.db, context, input)),
    merge: os.requirements.merge.handler(({ context, input }) => mergeRequirements(context.db, context, input)),
  },
  answers: { set: os.answers.set.handler(({ context, input }) => setAnswer(context.db, context, input)) },
  arrangements: {
    list: os.arrangements.list.handler(({ context, input }) => listArrangements(context.db, input.noticeId)),
    put: os.arrangements.put.handler(({ context, input }) => putArrangements(context.db, context, input)),
  },
  stayRule: {
    show: os.stayRule.show.handler(({ context }) => findStayRule(context.db)),
    set: os.stayRule.set.handler(({ context, input }) => setStayRule(context.db, context, input)),
    days: os.stayRule.days.handler(({ context, input }) => stayDays(context.db, input.date ?? context.today())),
  },
  backups: backupRoutes,
  keys: keysRoutes,
  installation: installationRoutes,
  batch: batchRoutes,
  attachments: attachmentRoutes,
  imports: importRoutes,
  upper: deskRoutes,
  intake: intakeRoutes,
  exchange: exchangeRoutes,
  tasks: taskRoutes,
  bundles: reportRoutes,
  receipts: receiptRoutes,
})
