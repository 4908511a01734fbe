/** What stands above a form (表单提示): that a draft was restored, or that somebody else changed the content. */
import { Alert, Button } from 'antd'

type DraftNotesProps = {
  readonly isRestored: boolean
  /** The core's sentence about a newer version; '' when there is none. */
  readonly conflict: string
  readonly onDiscard: () => void
  readonly onReload: () => void
}

export function DraftNotes({ isRestored, conflict, onDiscard, onReload }: DraftNotesProps) {
  return (
    <>
      {isRestored ? (
        <Note type="info" sentence="已恢复上次未保存的内容" action="放弃这些内容" onAct={onDiscard} />
      ) : null}
      {conflict ? <Note type="warning" sentence={conflict} action="载入最新内容" onAct={onReload} /> : null}
    </>
  )
}

type NoteProps = {
  readonly type: 'info' | 'warning'
  readonly sentence: string
  readonly action: string
  readonly onAct: () => void
}

function Note({ type, sentence, action, onAct }: NoteProps) {
  return (
    <Alert
      className="form-note"
      type={type}
      showIcon
      title={sentence}
      action={
        <Button size="small" onClick={onAct}>
          {action}
        </Button>
      }
    />
  )
}
