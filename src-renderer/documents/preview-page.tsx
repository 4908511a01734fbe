/** 预览与打印: the document on its pages, printed from the very same pages. */
import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Layout } from '../../src-shared/layouts.ts'
import { useBackend } from '../api.ts'
import { Page } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useShell } from '../components/use-shell.ts'
import { missingFonts } from './missing-fonts.ts'
import { PaperDesk } from './paper-desk.tsx'
import { useDocumentLayout } from './use-document-layout.ts'

export function PreviewPage() {
  const { id = '' } = useParams()
  const { client, queries } = useBackend()
  const { canPrintPdf } = useShell()
  const navigate = useNavigate()
  const deliver = useDelivery()
  // The editor leaves behind what it had loaded; the pages must show what it has saved since.
  const { data, error, refetch, isFetchedAfterMount } = useQuery(
    queries.documents.get.queryOptions({ input: { id }, refetchOnMount: 'always' }),
  )
  const layout = useDocumentLayout(data)
  const printing = useAction({
    call: (fileName: string) => client.shell.printPdf({ fileName }),
    onDone: (delivery) => deliver(delivery, 'PDF'),
  })
  const actions = (
    <>
      <Button icon={<ArrowLeftOutlined />} onClick={() => navigate(`/documents/${id}`)}>
        {data?.registration ? '返回' : '返回修改'}
      </Button>
      {canPrintPdf && data ? (
        <Button loading={printing.isPending} onClick={() => printing.mutate(`${data.content.title.slice(0, 100)}.pdf`)}>
          存为PDF
        </Button>
      ) : null}
      <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
        打印
      </Button>
    </>
  )
  return (
    <Page title="预览与打印" actions={actions}>
      <PreviewNotes layout={layout} />
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : null}
      {data && isFetchedAfterMount ? <PaperDesk content={data.content} layout={layout} /> : null}
    </Page>
  )
}

function PreviewNotes({ layout }: { readonly layout: Layout | undefined }) {
  const missing = useMemo(() => (layout ? missingFonts(layout) : []), [layout])
  const names = missing.map(({ name, replacedBy }) => `${name}（以${replacedBy}代替）`)
  return (
    <p className="preview-notes">
      最终版式以 WPS/Word 打开为准。
      {names.length > 0 ? `本机缺少公文字体：${names.join('、')}，装好字体后预览与打印即为规定字体。` : null}
    </p>
  )
}
