/** How safe what was typed is (保存状态): saved, or kept as a draft that survives a crash. */
import { formatTime } from '../../components/formats.ts'
import type { Keeping } from '../../components/use-draft.ts'

type SaveStateProps = { readonly isSaving: boolean; readonly isChanged: boolean; readonly keeping: Keeping }

export function SaveState(props: SaveStateProps) {
  return (
    <span className="save-state" role="status">
      {wordsOf(props)}
    </span>
  )
}

function wordsOf({ isSaving, isChanged, keeping }: SaveStateProps): string {
  if (isSaving) return '正在保存…'
  if (!isChanged) return '已保存'
  if (keeping === 'failed') return '草稿没有存上，请尽快保存'
  return typeof keeping === 'object' ? `草稿已保存 ${formatTime(keeping.keptAt)}` : '正在保存草稿…'
}
