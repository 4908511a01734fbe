/** A table pasted anywhere on the page (粘贴): cells of Excel or WPS become a file like one that was chosen. */
import { useEffect } from 'react'
import { type PastedCell, pastedText } from '../../src-shared/pasted-table.ts'

const fileName = '粘贴的内容.tsv'

/** Pasting into a field stays pasting into that field. */
export function usePastedTable(onFile: (file: File) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      if (!data || (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')))
        return
      const file = data.files[0] ?? pastedFile(data)
      if (!file) return
      event.preventDefault()
      onFile(file)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [onFile])
}

function pastedFile(data: DataTransfer): File | undefined {
  const table = new DOMParser().parseFromString(data.getData('text/html'), 'text/html').querySelector('table')
  const text = table ? pastedText(cellsOf(table)) : data.getData('text/plain')
  return /[\t\n]/.test(text.trim()) ? new File([text], fileName, { type: 'text/tab-separated-values' }) : undefined
}

function cellsOf(table: HTMLTableElement): PastedCell[][] {
  return [...table.rows].map((row) =>
    [...row.cells].map(({ innerHTML, rowSpan, colSpan }) => ({ text: textOf(innerHTML), rowSpan, colSpan })),
  )
}

/** A document that is only parsed has no lines of its own: breaks within a cell are told by their tags. */
function textOf(html: string): string {
  const plain = html.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/<br[^>]*>/gi, '\n')
  return (new DOMParser().parseFromString(plain, 'text/html').body.textContent ?? '').replaceAll('\u00a0', ' ').trim()
}
