/** Putting a picture into the text (插入图片): chosen from the disk, kept by the core, then a block of its own. */
import { PictureOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import type { StoredPicture } from '../../../src-shared/pictures.ts'
import { useBackend } from '../../api.ts'
import { useAction } from '../../components/use-action.ts'

export function AddPicture({ onAdded }: { readonly onAdded: (picture: StoredPicture) => void }) {
  const { client } = useBackend()
  const input = useRef<HTMLInputElement>(null)
  const adding = useAction({
    call: (file: File) => client.pictures.add({ file }),
    onDone: (picture) => onAdded(picture),
  })
  const onChoose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) adding.mutate(file)
    // The same file may be chosen again.
    target.value = ''
  }
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<PictureOutlined />}
        loading={adding.isPending}
        onClick={() => input.current?.click()}
      >
        图片
      </Button>
      <input ref={input} type="file" hidden accept="image/png,image/jpeg" aria-label="选择图片" onChange={onChoose} />
    </>
  )
}
