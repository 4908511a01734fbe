/** 页码: a dash on either side, right on odd pages, left on even ones, also when the page is turned (clause 7.5, 8). */
type PageNumberProps = { readonly number: number; readonly isCentred: boolean }

export function PageNumber({ number, isCentred }: PageNumberProps) {
  const side = number % 2 === 1 ? 'odd' : 'even'
  return (
    <span aria-hidden="true" className={`page-number line ${side}${isCentred ? ' centred' : ''}`}>
      {`— ${number} —`}
    </span>
  )
}
