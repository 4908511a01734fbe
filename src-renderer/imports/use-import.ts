/** The state of the page 导入表格: the source, what is said of its columns, the preview, and what was taken in. */
import { useEffect, useRef, useState } from 'react'
import { keepByLayout, replaceMapping } from '../../src-shared/edit-mapping.ts'
import type { AppliedImport, ImportSheet } from '../../src-shared/excel-import.ts'
import type { SheetMapping } from '../../src-shared/import-mapping.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useDelivery } from '../components/use-delivery.tsx'
import { useLongJob } from '../components/use-long-job.tsx'
import { type Source, told, usePreview } from './use-preview.ts'

export function useImport() {
  const { client } = useBackend()
  const deliver = useDelivery()
  const [source, setSource] = useState<Source | null>(null)
  const [mappings, setMappings] = useState<readonly SheetMapping[]>([])
  const [applied, setApplied] = useState<AppliedImport | null>(null)
  const preview = usePreview(applied ? null : source, mappings)
  // What was last seen of the sheets, by which a mended file is known.
  const seen = useRef<readonly ImportSheet[]>([])
  const lastId = useRef(0)
  const { sheets, isStale } = preview
  useEffect(() => {
    if (sheets && !isStale) seen.current = sheets
  }, [sheets, isStale])

  const { mutate: open } = useAction({
    call: inMemory,
    onDone: (file: File) => {
      lastId.current += 1
      setSource({ id: lastId.current, file })
      setMappings((said) => keepByLayout(said, seen.current))
      setApplied(null)
    },
  })
  const close = () => {
    setSource(null)
    setMappings([])
    setApplied(null)
  }
  const say = (sheet: ImportSheet, mapping: SheetMapping | null) =>
    setMappings((said) => replaceMapping(said, sheet, mapping))

  const given = () => {
    if (!source) throw new Error('an import needs its file')
    return { file: source.file, mappings: [...mappings] }
  }
  const applying = useLongJob({
    call: ({ goodOnly }: { readonly goodOnly: boolean }, jobId) =>
      client.imports.apply({ ...given(), goodOnly, limit: told, jobId }),
    onDone: setApplied,
  })
  const marking = useLongJob({
    call: (_: undefined, jobId) => client.imports.marked({ ...given(), jobId }),
    onDone: (delivery) => deliver(delivery, '标出错误的表格'),
  })
  return { source, preview, applied, open, close, say, applying, marking }
}
export type Import = ReturnType<typeof useImport>

/** As it is now: she may mend it in Excel while its preview stands here, and a changed file can no longer be read. */
async function inMemory(file: File): Promise<File> {
  try {
    return new File([await file.arrayBuffer()], file.name)
  } catch (cause) {
    // The code of a problem, so that the sentence is shown as it is.
    const sentence = `读不了“${file.name}”，它可能正被别的程序占用，或刚刚改过；请存好关闭后再试。`
    throw Object.assign(new Error(sentence, { cause }), { code: 'FILE_UNREADABLE' })
  }
}
