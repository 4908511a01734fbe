/** 佐证材料: a folder of photos sorted to the records of its days, how pictures are kept, and the check of all files. */
import { useQuery } from '@tanstack/react-query'
import { Flex, Radio } from 'antd'
import type { EvidenceSetting } from '../../src-shared/attachments.ts'
import { useBackend } from '../api.ts'
import { Page, Section } from '../components/page.tsx'
import { useAction } from '../components/use-action.ts'
import { EvidenceCheck } from './evidence-check.tsx'
import { FolderMatching } from './folder-matching.tsx'

export function EvidencePage() {
  return (
    <Page title="佐证材料" hint="每条记录的佐证在记录里添加和查看；这里按日期批量添加、检查全部文件。">
      <Section title="按日期添加">
        <FolderMatching />
      </Section>
      <Section title="佐证检查">
        <EvidenceCheck />
      </Section>
      <Section title="图片缩放">
        <ScaleSetting />
      </Section>
    </Page>
  )
}

const scales: readonly { readonly value: EvidenceSetting['longSide']; readonly label: string }[] = [
  { value: null, label: '原图大小' },
  { value: 2000, label: '长边2000像素' },
  { value: 1200, label: '长边1200像素' },
]

function ScaleSetting() {
  const { client, queries } = useBackend()
  const { data } = useQuery(queries.attachments.setting.show.queryOptions())
  const setting = useAction({
    call: (longSide: EvidenceSetting['longSide']) => client.attachments.setting.set({ longSide }),
    done: '已保存，以后添加的图片按此缩放',
  })
  return (
    <Flex vertical gap={8} align="flex-start">
      <Radio.Group
        aria-label="图片缩放"
        value={data?.longSide}
        options={[...scales]}
        onChange={({ target }) => setting.mutate(target.value as EvidenceSetting['longSide'])}
      />
      <span className="evidence-hint">查看、打印和写入公文时用缩放后的图片；原件始终完整保存。</span>
    </Flex>
  )
}
