/** 零报告、更正: what the level above must be told in words. */
import { Alert, Input } from 'antd'
import { type RecordKind, recordKindNames } from '../../src-shared/record-kinds.ts'
import { correctionCauses, type ReportPreview } from '../../src-shared/reports.ts'

type Reasons = Readonly<Partial<Record<RecordKind, string>>>
type Props = {
  readonly preview: ReportPreview
  readonly reasons: Reasons
  readonly correction: string
  readonly onReasons: (reasons: Reasons) => void
  readonly onCorrection: (correction: string) => void
}

export function ExportReasons({ preview, reasons, correction, onReasons, onCorrection }: Props) {
  const { emptyKinds, isZero, correctionOf } = preview
  return (
    <>
      {emptyKinds.length > 0 ? (
        <div className="bundle-reasons">
          <p>
            {isZero
              ? '这一期没有任何记录，报零报告应写明原因。'
              : `这一期没有${emptyKinds.map(({ kind }) => recordKindNames[kind]).join('、')}记录，有原因的请写明，没有可以不写。`}
          </p>
          {emptyKinds.map(({ kind, reason }) => (
            <div key={kind} className="bundle-reason">
              <span className="bundle-label">{recordKindNames[kind]}</span>
              <Input
                maxLength={500}
                aria-label={`没有${recordKindNames[kind]}的原因`}
                value={reasons[kind] ?? reason}
                placeholder="零报告的原因"
                onChange={({ target }) => onReasons({ ...reasons, [kind]: target.value })}
              />
            </div>
          ))}
        </div>
      ) : null}
      {correctionOf ? (
        <div className="bundle-reasons">
          <Alert
            type="warning"
            showIcon
            title={`这一期报过（第${correctionOf.seq}号），上级已回执确认；${correctionCauses[correctionOf.cause]}，应写明更正原因。`}
          />
          <div className="bundle-reason">
            <span className="bundle-label">更正原因</span>
            <Input
              maxLength={500}
              aria-label="更正原因"
              value={correction}
              placeholder="如：上级退回，补填实到人数"
              onChange={({ target }) => onCorrection(target.value)}
            />
          </div>
        </div>
      ) : null}
    </>
  )
}
