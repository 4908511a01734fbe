/** The words of the notice that make a requirement (通知原话), with the headings above them; long ones open on request. */
import { Button } from 'antd'
import { useState } from 'react'

const shortEnough = 96

export function Quote({ quote, place }: { readonly quote: string; readonly place: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  if (quote === '') return null
  const isLong = quote.length > shortEnough
  return (
    <div className="quote">
      {place.length > 0 ? <span className="quote-place">{place.join(' › ')}　</span> : null}
      <span>“{isLong && !isOpen ? `${quote.slice(0, shortEnough - 6)}…` : quote}”</span>
      {isLong ? (
        <Button type="link" size="small" className="inline-button" onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : '全文'}
        </Button>
      ) : null}
    </div>
  )
}
