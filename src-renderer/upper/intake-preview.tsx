/** 预览: what each bundle would change and what all of them together; nothing is written until 导入. */
import { Button, Checkbox, Flex, Table, Tag } from 'antd'
import type { BundlePreview, IntakePreview } from '../../src-shared/intake.ts'
import { Section } from '../components/page.tsx'
import { BundleDetail } from './bundle-detail.tsx'
import { tallyWords } from './effect-words.ts'
import { FigureChanges } from './figure-changes.tsx'
import type { Intake } from './use-intake.ts'

export function IntakePreviewPart({ intake, preview }: { readonly intake: Intake; readonly preview: IntakePreview }) {
  const ready = preview.bundles.filter((one) => one.effect !== null && (!isRed(one) || isAccepted(intake, one)))
  return (
    <Section
      title={`预览（${preview.bundles.length}个上报包）`}
      extra={
        <Flex gap={8}>
          <Button disabled={intake.isBusy} onClick={intake.clear}>
            先不导入
          </Button>
          <Button
            type="primary"
            disabled={intake.isBusy || ready.length === 0}
            loading={intake.importing.isRunning}
            onClick={() => intake.importing.start(ready.map(({ bundle }) => bundle.bundleId))}
          >
            导入{ready.length}个上报包
          </Button>
        </Flex>
      }
    >
      <Table<BundlePreview>
        size="small"
        rowKey={({ bundle }) => bundle.bundleId}
        tableLayout="fixed"
        dataSource={[...preview.bundles]}
        pagination={{ size: 'small', pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        expandable={{
          defaultExpandedRowKeys: preview.bundles.length === 1 ? [preview.bundles[0]?.bundle.bundleId ?? ''] : [],
          expandedRowRender: (one) => <BundleDetail preview={one} />,
          rowExpandable: ({ effect }) => effect !== null,
        }}
        columns={[
          { title: '报送单位', width: 200, render: (_, { bundle }) => bundle.officeName },
          { title: '序号', width: 72, align: 'right', render: (_, { bundle }) => bundle.seq },
          {
            title: '统计期',
            width: 200,
            render: (_, { bundle: { period } }) => period && `${period.from}至${period.to}`,
          },
          { title: '会有的变化', render: (_, { effect, words }) => (effect ? tallyWords(effect.rows) : words) },
          { title: '提示', width: 216, render: (_, one) => <Flags intake={intake} preview={one} /> },
        ]}
      />
      {preview.totals.map(({ period, figures }) => (
        <FigureChanges
          key={`${period.from} ${period.to}`}
          label={`全部下级${period.from}至${period.to}的合计`}
          figures={figures}
        />
      ))}
    </Section>
  )
}

function Flags({ intake, preview }: { readonly intake: Intake; readonly preview: BundlePreview }) {
  const flags = preview.effect?.flags ?? []
  return (
    <Flex gap={4} wrap align="center">
      {flags.map(({ level, code }) => (
        <Tag key={code} color={level === '红' ? 'error' : 'warning'} className="intake-flag">
          {code}
        </Tag>
      ))}
      {isRed(preview) ? (
        <Checkbox
          checked={isAccepted(intake, preview)}
          onChange={({ target }) => intake.accept(preview.bundle.bundleId, target.checked)}
        >
          已打电话核实，仍要接收
        </Checkbox>
      ) : null}
    </Flex>
  )
}

function isRed({ effect }: BundlePreview): boolean {
  return effect?.flags.some(({ level }) => level === '红') ?? false
}

function isAccepted({ accepted }: Intake, { bundle }: BundlePreview): boolean {
  return accepted.includes(bundle.bundleId)
}
