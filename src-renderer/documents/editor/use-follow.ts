/** The pages follow the caret (预览跟随): the paragraph that is being typed in is brought into sight beside. */
import { type RefObject, useEffect } from 'react'

/** After the pages have been drawn anew, in milliseconds. */
const calm = 250
/** So many characters tell one paragraph from another. */
const telling = 24

/** `pages`: the preview, which scrolls by itself. */
export function useFollow(pages: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement) || !target.closest('.blocks')) return
      clearTimeout(timer)
      timer = setTimeout(() => showText(pages.current, target.value), calm)
    }
    document.addEventListener('focusin', follow)
    document.addEventListener('input', follow)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('focusin', follow)
      document.removeEventListener('input', follow)
    }
  }, [pages])
}

/** Nothing moves while the text is in sight already. */
function showText(pages: HTMLElement | null, text: string): void {
  const words = text.slice(0, telling)
  if (!pages || words.trim() === '') return
  const place = [...pages.querySelectorAll('.paper p, .paper td')].find((element) =>
    element.textContent?.includes(words),
  )
  if (!place) return
  const [seen, frame] = [place.getBoundingClientRect(), pages.getBoundingClientRect()]
  if (seen.top < frame.top || seen.bottom > frame.bottom) place.scrollIntoView({ block: 'center' })
}
