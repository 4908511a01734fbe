/** 查验上报包: who signed a bundle, for which period, and what is in it. */
import { Alert, Button, Descriptions, Upload } from 'antd'
import { useState } from 'react'
import type { BundleInspection } from '../../src-shared/bundles.ts'
import { periodWords } from '../../src-shared/chinese.ts'
import { fingerprintLabel } from '../../src-shared/statistics.ts'
import { useBackend } from '../api.ts'
import { formatMoment, formatSize } from '../components/formats.ts'
import { useAction } from '../components/use-action.ts'
import { problemOf } from '../problem-of.ts'
import { describeCounts } from './describe-counts.ts'

export function BundleInspector() {
  const { client } = useBackend()
  const [fileName, setFileName] = useState('')
  const inspecting = useAction({
    call: (file: File) => client.bundles.inspect({ file }),
    isQuiet: () => true,
  })
  const choose = (file: File) => {
    setFileName(file.name)
    inspecting.mutate(file)
    return false
  }
  return (
    <>
      <Upload beforeUpload={choose} showUploadList={false} accept=".ghb">
        <Button loading={inspecting.isPending}>选择文件…</Button>
      </Upload>
      {inspecting.error ? (
        <Alert className="inspection" type="error" showIcon title={problemOf(inspecting.error).sentence} />
      ) : null}
      {inspecting.data ? <Inspection fileName={fileName} inspection={inspecting.data} /> : null}
    </>
  )
}

function Inspection({ fileName, inspection }: { readonly fileName: string; readonly inspection: BundleInspection }) {
  const { manifest, fingerprint, isOwnKey, bytes } = inspection
  const items = [
    { label: '文件', value: `${fileName}（${formatSize(bytes)}）` },
    { label: '报送单位', value: manifest.sender.name },
    { label: '接收单位', value: manifest.recipient.name },
    { label: '统计期', value: periodWords(manifest.period) },
    { label: '内容', value: describeCounts(manifest.counts) },
    { label: '序号', value: `第${manifest.seq}个` },
    { label: '导出时间', value: formatMoment(manifest.createdAt), isWide: true },
    { label: fingerprintLabel, value: manifest.recordFingerprint ?? '导出它的程序版本较早，没有写入', isWide: true },
    { label: '签名指纹', value: `${fingerprint}${isOwnKey ? '（本单位）' : ''}`, isWide: true },
  ]
  return (
    <div className="inspection" role="status">
      <Alert type="success" showIcon title="文件完整，签名有效" />
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, lg: 2 }}
        items={items.map(({ label, value, isWide }) => ({
          key: label,
          label,
          children: value,
          ...(isWide && { span: 'filled' as const }),
        }))}
      />
    </div>
  )
}
