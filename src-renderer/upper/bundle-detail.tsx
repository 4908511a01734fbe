/** One bundle in full (上报包详情): what to know, the totals against its cover, what changes, what is held back. */
import { Table } from 'antd'
import { fieldLabels } from '../../src-shared/field-labels.ts'
import { figureName, figureText } from '../../src-shared/figure-words.ts'
import {
  type BundlePreview,
  type CoverDifference,
  type FieldDispute,
  namedRows,
  reportedTableNames,
} from '../../src-shared/intake.ts'
import { tallyWords } from './effect-words.ts'
import { FigureChanges } from './figure-changes.tsx'
import { HeldTable } from './held-table.tsx'

export function BundleDetail({ preview }: { readonly preview: BundlePreview }) {
  const { bundle, effect, held, disputes } = preview
  if (effect === null) return null
  return (
    <div className="intake-detail">
      {effect.flags.length > 0 ? (
        <ul className="intake-files">
          {effect.flags.map(({ level, code, words }) => (
            <li key={code} className={level === '红' ? 'intake-red' : ''}>
              <strong>{code}</strong>　{words}
            </li>
          ))}
        </ul>
      ) : (
        <p className="intake-quiet">
          封面合计与记录算出的一致，接收后的内容与报送单位的一致
          {effect.root.isSame ? `（状态根${effect.root.value.slice(0, 12)}）` : ''}。
        </p>
      )}
      {bundle.declaredEmpty.map(({ what, reason }) => (
        <p key={what} className="intake-quiet">
          零报告　{what}：{reason}
        </p>
      ))}
      <p className="intake-quiet">
        {Object.entries(effect.tables)
          .map(([table, rows]) => `${reportedTableNames[table] || '读不出的行'}：${tallyWords(rows)}`)
          .join('；')}
      </p>
      {effect.cover.length > 0 ? <CoverTable cover={effect.cover} /> : null}
      <FigureChanges label="本单位本期的指标" figures={effect.figures} />
      {held.length > 0 ? <HeldTable rows={held} /> : null}
      {held.length === namedRows ? <p className="intake-quiet">只列出前{namedRows}条。</p> : null}
      {disputes.length > 0 ? <DisputeTable disputes={disputes} /> : null}
    </div>
  )
}

function CoverTable({ cover }: { readonly cover: readonly CoverDifference[] }) {
  return (
    <Table<CoverDifference>
      size="small"
      rowKey="key"
      className="intake-figures"
      dataSource={[...cover]}
      pagination={false}
      columns={[
        { title: '与封面不符的合计', render: (_, { key }) => figureName(key) },
        { title: '封面上的', align: 'right', width: 120, render: (_, { key, stated }) => figureText(key, stated) },
        { title: '记录算出的', align: 'right', width: 120, render: (_, { key, found }) => figureText(key, found) },
      ]}
    />
  )
}

function DisputeTable({ disputes }: { readonly disputes: readonly FieldDispute[] }) {
  return (
    <Table<FieldDispute>
      size="small"
      rowKey={({ table, rowId, field }) => `${table} ${rowId} ${field}`}
      tableLayout="fixed"
      dataSource={[...disputes]}
      pagination={{ size: 'small', pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: '两边不同', width: 104, render: (_, { table }) => reportedTableNames[table] ?? '' },
        { title: '字段', width: 144, render: (_, { field }) => fieldLabels[field] ?? field },
        { title: '暂用的值', render: (_, { kept }) => String(kept ?? '空') },
        { title: '另一个值', render: (_, { other }) => String(other ?? '空') },
      ]}
    />
  )
}
