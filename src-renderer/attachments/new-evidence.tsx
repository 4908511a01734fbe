/** Files chosen for a record that is being entered (待添加的佐证): named here, attached when the record is saved. */
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { formatSize } from '../components/formats.ts'
import { EvidenceDrop } from './evidence-drop.tsx'
import { usePendingEvidence } from './pending-evidence.tsx'

export function NewEvidence({ onChosen }: { readonly onChosen: () => void }) {
  const { files, setFiles, progress } = usePendingEvidence()
  return (
    <fieldset className="field-group evidence">
      <legend>佐证材料{files.length > 0 ? `（${files.length}）` : ''}</legend>
      <EvidenceDrop
        hint="把照片、PDF、文档拖到这里，保存记录时一并添加"
        onFiles={(chosen) => {
          setFiles([...files, ...chosen])
          onChosen()
        }}
      >
        {progress}
        <ul className="plain-list evidence-waiting">
          {files.map((one, index) => (
            // Two files may bear one name.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end or loses a line
            <li key={`${one.path} ${index}`}>
              {one.path}
              <span className="evidence-day figure">{formatSize(one.file.size)}</span>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={`不添加${one.path}`}
                onClick={() => setFiles(files.filter((_, place) => place !== index))}
              />
            </li>
          ))}
        </ul>
      </EvidenceDrop>
    </fieldset>
  )
}
