/** A picture of the text (图片), in its size on paper; its bytes come from the core. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PictureBlock } from '../../src-shared/documents.ts'
import { useBackend } from '../api.ts'

type PaperPictureProps = {
  readonly picture: PictureBlock
  /** In twips. */
  readonly size: { readonly width: number; readonly height: number }
}

export function PaperPicture({ picture: { sha256, type, caption }, size }: PaperPictureProps) {
  const { source, isMissing } = usePicture(sha256, type)
  const [width, height] = [size.width, size.height].map((twips) => `${twips / 20}pt`)
  return (
    <div className="paper-picture">
      <div style={{ width, height }}>
        {source ? <img src={source} alt={caption || '图片'} style={{ width, height }} /> : null}
        {isMissing ? <p className="missing-picture">图片文件不在数据文件夹里或已损坏</p> : null}
      </div>
    </div>
  )
}

/** A picture never changes: its hash is its name. */
export function usePicture(sha256: string, type: string): { source: string | undefined; isMissing: boolean } {
  const { queries } = useBackend()
  const { data: file, isError } = useQuery(
    queries.pictures.get.queryOptions({ input: { sha256 }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const [source, setSource] = useState<string>()
  useEffect(() => {
    if (!file) return
    let url: string | undefined
    let isGone = false
    void file.arrayBuffer().then((bytes) => {
      if (isGone) return
      url = URL.createObjectURL(new Blob([bytes], { type }))
      setSource(url)
    })
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [file, type])
  return { source, isMissing: isError }
}
