/** The app (学宣台账): what every page stands in, and which address shows which page. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { BackendContext, backendOf } from './api.ts'
import { AppFrame } from './app-frame.tsx'
import { EvidencePage } from './attachments/evidence-page.tsx'
import { BundlesPage } from './bundles/bundles-page.tsx'
import { JobsProvider } from './components/jobs-context.tsx'
import type { Connection } from './connect.ts'
import { DocumentPage } from './documents/document-page.tsx'
import { DocumentsPage } from './documents/documents-page.tsx'
import { IncomingPage } from './documents/incoming-page.tsx'
import { OutgoingPage } from './documents/outgoing-page.tsx'
import { PreviewPage } from './documents/preview-page.tsx'
import { CheckPage } from './formatting/check-page.tsx'
import { FormatPage } from './formatting/format-page.tsx'
import { HelpView } from './help/help-view.tsx'
import { ImportsPage } from './imports/imports-page.tsx'
import { KeysPage } from './keys/keys-page.tsx'
import { NoticePage } from './notices/notice-page.tsx'
import { NoticesPage } from './notices/notices-page.tsx'
import { YearPage } from './notices/year/year-page.tsx'
import { OfficePage } from './office/office-page.tsx'
import { StartPage } from './office/start-page.tsx'
import { BrokenPage } from './page-broken.tsx'
import { createQueryClient } from './query-client.ts'
import { ActivitiesPage } from './records/activities-page.tsx'
import { BatchPage } from './records/batch/batch-page.tsx'
import { LecturesPage } from './records/lectures-page.tsx'
import { StaysPage } from './records/stays-page.tsx'
import { StudiesPage } from './records/studies-page.tsx'
import { RegistersPage } from './registers/registers-page.tsx'
import { SheetsPage } from './sheets/sheets-page.tsx'
import { UnionsPage } from './unions/unions-page.tsx'
import { UpperOfficePage } from './upper/office-page.tsx'
import { DeskRecordPage } from './upper/record-page.tsx'
import { UpperPage } from './upper/upper-page.tsx'
import { ListPrintPage } from './views/list-print-page.tsx'
import { WorkbenchPage } from './workbench/workbench-page.tsx'

const pages = [
  { index: true, Component: WorkbenchPage },
  { path: 'notices', Component: NoticesPage },
  { path: 'notices/year', Component: YearPage },
  { path: 'notices/:id/:tab?', Component: NoticePage },
  { path: 'studies', Component: StudiesPage },
  { path: 'lectures', Component: LecturesPage },
  { path: 'stays', Component: StaysPage },
  { path: 'activities', Component: ActivitiesPage },
  { path: 'batch/:kind?', Component: BatchPage },
  { path: 'unions', Component: UnionsPage },
  { path: 'registers/:kind?', Component: RegistersPage },
  { path: 'imports', Component: ImportsPage },
  { path: 'documents', Component: DocumentsPage },
  { path: 'documents/format', Component: FormatPage },
  { path: 'documents/check', Component: CheckPage },
  { path: 'documents/outgoing', Component: OutgoingPage },
  { path: 'documents/incoming', Component: IncomingPage },
  { path: 'documents/:id', Component: DocumentPage },
  { path: 'documents/:id/preview', Component: PreviewPage },
  { path: 'sheets', Component: SheetsPage },
  { path: 'bundles/:tab?', Component: BundlesPage },
  { path: 'upper/office/:id', Component: UpperOfficePage },
  { path: 'upper/record/:kind/:id', Component: DeskRecordPage },
  { path: 'upper/:tab?', Component: UpperPage },
  { path: 'print/:list', Component: ListPrintPage },
  { path: 'help/:id?', Component: HelpView },
  { path: 'office', Component: OfficePage },
  { path: 'office/keys', Component: KeysPage },
  { path: 'evidence', Component: EvidencePage },
  { path: '*', Component: WorkbenchPage },
]

export function App({ connection }: { readonly connection: Connection }) {
  const [backend] = useState(() => backendOf(connection.api))
  const [queryClient] = useState<QueryClient>(createQueryClient)
  // The address is read when the router is made, so it is made after the launch token was taken out of it.
  const [router] = useState(() =>
    createHashRouter([
      { path: '/start', Component: StartPage, ErrorBoundary: BrokenPage },
      { path: '/', Component: AppFrame, ErrorBoundary: BrokenPage, children: pages },
    ]),
  )
  useEffect(() => connection.onRestart(() => void queryClient.invalidateQueries()), [connection, queryClient])
  return (
    <BackendContext value={backend}>
      <QueryClientProvider client={queryClient}>
        <JobsProvider>
          <RouterProvider router={router} />
        </JobsProvider>
      </QueryClientProvider>
    </BackendContext>
  )
}
