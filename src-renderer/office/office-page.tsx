/** 设置: the office's particulars, how its documents look, where the data is kept, which version this is. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { Descriptions } from 'antd'
import { Link } from 'react-router'
import { useBackend } from '../api.ts'
import { BackupSection } from '../backup/backup-section.tsx'
import { Page, Section } from '../components/page.tsx'
import { useShell } from '../components/use-shell.ts'
import { KeysSection } from '../keys/keys-section.tsx'
import { heldByForm } from '../query-client.ts'
import { LayoutSection } from './layout-section.tsx'
import { OfficeForm } from './office-form.tsx'
import { StayRuleSection } from './stay-rule-section.tsx'

const shells = { electron: '桌面窗口', browser: '浏览器', cli: '命令行' }

export function OfficePage() {
  const { queries } = useBackend()
  const { data: office } = useSuspenseQuery(queries.office.show.queryOptions({ meta: heldByForm }))
  const { dataFolder, version, shell } = useShell()
  return (
    <Page title="设置">
      <OfficeForm office={office} saveLabel="保存" />
      {office ? <LayoutSection office={office} /> : null}
      <StayRuleSection />
      <Section title="佐证材料">
        <Link to="/evidence">按日期批量添加照片、检查佐证文件、设置图片缩放</Link>
      </Section>
      <KeysSection />
      <BackupSection />
      <Section title="关于本机">
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'folder', label: '数据文件夹', children: <code>{dataFolder}</code> },
            { key: 'version', label: '版本', children: `学宣台账 ${version}（${shells[shell]}）` },
          ]}
        />
      </Section>
    </Page>
  )
}
