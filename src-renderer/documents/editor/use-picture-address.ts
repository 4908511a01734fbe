/** A picture of the content store (图片) as an address that an <img> can show, for as long as it is shown. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useBackend } from '../../api.ts'

export function usePictureAddress(sha256: string): string | undefined {
  const { queries } = useBackend()
  // What lies under a hash never changes.
  const { data } = useQuery(
    queries.pictures.get.queryOptions({ input: { sha256 }, staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 }),
  )
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!data) return
    const made = URL.createObjectURL(data as File)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  return address
}
