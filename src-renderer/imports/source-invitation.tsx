/** The start of an import (选择表格): the template, and the ways in which a table comes. */
import { Button } from 'antd'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { FileButton } from '../formatting/file-button.tsx'

/** What the dialog offers first; the core knows a file by its bytes. */
export const tableEndings = '.xlsx,.csv,.tsv,.txt'

export function SourceInvitation({ onFile }: { readonly onFile: (file: File) => void }) {
  const { client } = useBackend()
  const deliver = useDelivery()
  const template = useAction({
    call: (input: { readonly withRecords: boolean }) => client.imports.template(input),
    onDone: (delivery, { withRecords }) => deliver(delivery, withRecords ? '台账' : '导入模板'),
  })
  const isBusy = (withRecords: boolean) => template.isPending && template.variables.withRecords === withRecords
  return (
    <div className="imports-ways">
      <section className="imports-way" aria-label="准备表格">
        <h2>准备表格</h2>
        <p>
          平时用的表格可以直接导入，不必改格式：表头、合并单元格、合计行都认得。要从头做一份，用模板，里面有下拉选项和示例。
        </p>
        <div className="imports-buttons">
          <Button loading={isBusy(false)} onClick={() => template.mutate({ withRecords: false })}>
            下载空白模板
          </Button>
          <Button loading={isBusy(true)} onClick={() => template.mutate({ withRecords: true })}>
            下载填好现有记录的模板
          </Button>
        </div>
      </section>
      <section className="imports-way" aria-label="读入表格">
        <h2>读入表格</h2>
        <p>
          把文件拖到这里，或选择文件；也可以在Excel、WPS里复制单元格（连同表头），回到这里按Ctrl+V。支持.xlsx和.csv。
        </p>
        <div className="imports-buttons">
          <FileButton accept={tableEndings} onFile={onFile} isPrimary>
            选择表格…
          </FileButton>
        </div>
      </section>
    </div>
  )
}
