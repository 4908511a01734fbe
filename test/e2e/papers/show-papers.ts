/** The preview by itself in a browser (预览组件): a test hands it a document, as the editor beside it does. */
import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Papers } from '../../../src-renderer/documents/papers.tsx'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { type LayoutName, type LayoutOptions, layoutOf } from '../../../src-shared/layouts.ts'

declare global {
  interface Window {
    /** Draws the document; done when it is drawn. */
    showPapers: (content: OfficialDocument, name?: LayoutName, options?: LayoutOptions) => void
  }
}

const place = document.createElement('div')
// As in the app: what stands beside the root is not printed.
place.id = 'root'
place.className = 'paper-desk'
place.style.setProperty('--zoom', '1')
document.body.append(place)
const root = createRoot(place)
const layouts = new Map<string, ReturnType<typeof layoutOf>>()

window.showPapers = (content, name = 'office-A', options = {}) => {
  const key = JSON.stringify([name, options])
  const layout = layouts.get(key) ?? layoutOf(name, options)
  layouts.set(key, layout)
  flushSync(() => root.render(createElement(Papers, { content, layout })))
}
