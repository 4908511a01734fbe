/** What an import has done (导入结果): figures with the way to the records, and taking it back. */
import { Alert, Button, Popconfirm } from 'antd'
import { useNavigate } from 'react-router'
import { type AppliedImport, type ImportSheet, importKindNames } from '../../src-shared/excel-import.ts'
import { importVerdict } from '../../src-shared/import-words.ts'
import { useBackend } from '../api.ts'
import { formatCount } from '../components/figure.tsx'
import { registerAddress } from '../components/record-link.tsx'
import { useAction } from '../components/use-action.ts'
import type { Import } from './use-import.ts'

type ImportResultProps = {
  readonly applied: AppliedImport
  readonly onClose: () => void
  readonly marking: Import['marking']
}

export function ImportResult({ applied, onClose, marking }: ImportResultProps) {
  const { client } = useBackend()
  const navigate = useNavigate()
  const { id, sheets } = applied
  const { wrong } = importVerdict(sheets)
  const undoing = useAction({
    call: (run: string) => client.imports.undo({ id: run }),
    done: '已撤销，台账和导入前一样',
    onDone: onClose,
  })
  const taken = sheets.filter((sheet) => sheet.new + sheet.changed > 0)
  const kinds = [...new Set(taken.flatMap(({ kind }) => (kind ? [kind] : [])))]
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        className="form-note"
        title={id === null ? '台账里已经有这些内容，没有新增或修改。' : '导入完成'}
        description={taken.map((sheet) => <div key={sheet.name}>{describe(sheet)}</div>)}
      />
      {wrong > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={`还有${formatCount(wrong)}行有误，没有导入。改好后把表格再拖进来，已导入的不会重复。`}
        />
      ) : null}
      <div className="imports-buttons">
        {kinds.map((kind) => (
          <Button key={kind} type="primary" onClick={() => void navigate(registerAddress(kind))}>
            查看{importKindNames[kind]}
          </Button>
        ))}
        {wrong > 0 ? (
          <Button loading={marking.isRunning} onClick={() => marking.start(undefined)}>
            下载标出错误的原表
          </Button>
        ) : null}
        {id === null ? null : (
          <Popconfirm
            title="撤销本次导入？"
            description="新增的全部删去，修改过的恢复原值。"
            okText="撤销导入"
            cancelText="不撤销"
            onConfirm={() => undoing.mutate(id)}
          >
            <Button loading={undoing.isPending}>撤销本次导入</Button>
          </Popconfirm>
        )}
      </div>
    </>
  )
}

function describe({ name, new: added, changed, same, wrong }: ImportSheet): string {
  const parts = [
    added > 0 ? `新增${formatCount(added)}条` : '',
    changed > 0 ? `修改${formatCount(changed)}条` : '',
    same > 0 ? `${formatCount(same)}条与台账相同` : '',
    wrong > 0 ? `${formatCount(wrong)}行有误` : '',
  ]
  return `${name}：${parts.filter(Boolean).join('，')}`
}
