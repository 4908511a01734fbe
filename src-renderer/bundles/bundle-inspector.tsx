/** 查验上报包: who signed a bundle, for which period, and what is in it. */
import { Alert, Button, Descriptions, Upload } from 'antd'
import { useState } from 'react'
import type { Inspection } from '../../src-shared/bundles.ts'
import { useBackend } from '../api.ts'
import { formatSize } from '../components/formats.ts'
import { useAction } from '../components/use-action.ts'
import { problemOf } from '../problem-of.ts'
import { type InspectedItem, itemsOfFormat1, itemsOfVolume } from './inspected-items.ts'

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
      {inspecting.isIdle ? (
        <p className="inspection-hint">
          选一个“.ghb”文件，看它是否完整、由谁封装、给哪个单位；是给本单位的，还看里面有什么。只看不收，文件不会改动。
        </p>
      ) : null}
      {inspecting.error ? (
        <Alert className="inspection" type="error" showIcon title={problemOf(inspecting.error).sentence} />
      ) : null}
      {inspecting.data ? <Inspected fileName={fileName} inspection={inspecting.data} /> : null}
    </>
  )
}

function Inspected({ fileName, inspection }: { readonly fileName: string; readonly inspection: Inspection }) {
  const isVolume = 'envelope' in inspection
  const items: readonly InspectedItem[] = [
    { label: '文件', value: `${fileName}（${formatSize(inspection.bytes)}）`, isWide: isVolume },
    ...(isVolume ? itemsOfVolume(inspection) : itemsOfFormat1(inspection)),
  ]
  return (
    <div className="inspection" role="status">
      <Alert type="success" showIcon title="文件完整，签名有效" />
      {isVolume && inspection.doubt !== '' ? <Alert type="warning" showIcon title={inspection.doubt} /> : null}
      {isVolume && inspection.closedReason !== '' ? (
        <Alert type="info" showIcon title={`内容没有打开：${inspection.closedReason}`} />
      ) : null}
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
