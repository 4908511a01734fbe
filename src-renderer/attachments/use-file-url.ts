/** An attached picture as an address for `img` (图片地址), asked for once: what is shown under a hash never changes. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Attachment } from '../../src-shared/attachments.ts'
import { useBackend } from '../api.ts'
import { heldByForm } from '../query-client.ts'

export function useFileUrl({ id, viewSha256 }: Attachment, as: 'view' | 'thumbnail') {
  const { client } = useBackend()
  const { data: file, isError } = useQuery({
    queryKey: ['attached picture', as, id, viewSha256],
    queryFn: ({ signal }) => client.attachments.get({ id, as }, { signal }),
    enabled: viewSha256 !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    meta: heldByForm,
  })
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!file) return
    let made: string | undefined
    let isGone = false
    void file.arrayBuffer().then((bytes) => {
      if (isGone) return
      made = URL.createObjectURL(new Blob([bytes], { type: file.type }))
      setUrl(made)
    })
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
      setUrl(undefined)
    }
  }, [file])
  return { url, isMissing: isError }
}
