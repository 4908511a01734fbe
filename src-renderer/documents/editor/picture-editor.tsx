/** A picture of the text (图片): what it is, how wide it is printed, and its caption. */
import { Checkbox, Input, InputNumber } from 'antd'
import type { PictureBlock } from '../../../src-shared/documents.ts'
import { usePicture } from '../paper-picture.tsx'

type PictureEditorProps = {
  readonly picture: PictureBlock
  readonly label: string
  readonly onChange: (picture: PictureBlock) => void
}

/** Narrowest and widest that a picture is printed, in millimetres: the type area is 156 wide. */
const [narrowest, widest] = [10, 156]

export function PictureEditor({ picture, label, onChange }: PictureEditorProps) {
  const { source, isMissing } = usePicture(picture.sha256, picture.type)
  return (
    <div className="picture-editor">
      {source ? (
        <img src={source} alt={picture.caption ?? '图片'} />
      ) : (
        <div className="picture-wait">{isMissing ? '图片文件已损坏' : null}</div>
      )}
      <div className="picture-fields">
        <Input
          size="small"
          aria-label={`${label}，图题`}
          placeholder="图题（可不填）"
          maxLength={120}
          value={picture.caption ?? ''}
          onChange={({ target }) => onChange(withCaption(picture, target.value))}
        />
        <InputNumber<number>
          size="small"
          className="picture-width"
          aria-label={`${label}，印出宽度`}
          min={narrowest}
          max={widest}
          controls={false}
          prefix="印出宽度"
          suffix="毫米"
          placeholder="自动"
          value={picture.printedWidth ?? null}
          onChange={(width) => onChange(withWidth(picture, width))}
        />
        <Checkbox
          checked={picture.isBeside ?? false}
          onChange={({ target }) => onChange(withBeside(picture, target.checked))}
        >
          与上一幅并排
        </Checkbox>
        <span className="block-hint">
          {picture.width}×{picture.height}像素
        </span>
      </div>
    </div>
  )
}

function withCaption({ caption: _, ...picture }: PictureBlock, caption: string): PictureBlock {
  return caption === '' ? picture : { ...picture, caption }
}

function withWidth({ printedWidth: _, ...picture }: PictureBlock, width: number | null): PictureBlock {
  return width === null ? picture : { ...picture, printedWidth: width }
}

function withBeside({ isBeside: _, ...picture }: PictureBlock, isOn: boolean): PictureBlock {
  return isOn ? { ...picture, isBeside: true } : picture
}
