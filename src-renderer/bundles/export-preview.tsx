/** 这一包会带上: rows since the last receipt, evidence, files. */
import { Alert, Descriptions } from 'antd'
import { describeRows } from '../../src-shared/report-words.ts'
import type { ReportPreview } from '../../src-shared/reports.ts'
import { formatMoment, formatSize } from '../components/formats.ts'
import type { ExportChoice } from './use-export-choice.ts'

export function ExportPreview({ preview, choice }: { readonly preview: ReportPreview; readonly choice: ExportChoice }) {
  const { base, rows, files, volumes } = preview
  return (
    <>
      <Descriptions
        size="small"
        bordered
        column={1}
        className="bundle-preview"
        items={[
          {
            key: 'base',
            label: '范围',
            children: base
              ? `第${base.seq}号上报包的回执（${formatMoment(base.acceptedAt)}录入）以后改过的`
              : choice.isFull
                ? '全部记录'
                : '全部记录（还没有上级的回执）',
          },
          { key: 'rows', label: '数据', children: describeRows(rows) },
          {
            key: 'files',
            label: '佐证文件',
            children: choice.withPhotos ? filesText(files) : '不带，以后导出时再补',
          },
          { key: 'volumes', label: '文件', children: volumes === 1 ? '1个' : `约${volumes}个，先是数据，后是照片` },
        ]}
      />
      {files.missing > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`有${files.missing}个佐证文件在数据文件夹里找不到，带不上；可在“佐证材料”中检查。`}
        />
      ) : null}
    </>
  )
}

function filesText({ count, bytes }: ReportPreview['files']): string {
  return count === 0 ? '没有要带的' : `${count}个，共${formatSize(bytes)}`
}
