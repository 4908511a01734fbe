/** Files that were not taken (没有收下的文件), each with its reason; those that were, in one line. */
import { Alert } from 'antd'
import type { StagedFile } from '../../src-shared/intake.ts'

export function RefusedFiles({ files }: { readonly files: readonly StagedFile[] }) {
  if (files.length === 0) return null
  const of = (outcome: StagedFile['outcome']) => files.filter((file) => file.outcome === outcome)
  const others = [...of('警报'), ...of('拒收'), ...of('已有')]
  const isWrong = of('警报').length + of('拒收').length > 0
  const counts = [`收下${of('已收').length}个文件`]
  if (of('已有').length > 0) counts.push(`${of('已有').length}个早已收下`)
  if (isWrong) counts.push(`${of('警报').length + of('拒收').length}个没有收`)
  return (
    <Alert
      type={of('警报').length > 0 ? 'error' : isWrong ? 'warning' : 'success'}
      showIcon
      className="intake-note"
      title={`${counts.join('，')}。`}
      description={
        others.length > 0 ? (
          <ul className="intake-files">
            {others.map((file, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name, and the list never changes
              <li key={index}>
                <strong>{file.outcome}</strong>　{file.fileName}：{file.words}
              </li>
            ))}
          </ul>
        ) : undefined
      }
    />
  )
}
