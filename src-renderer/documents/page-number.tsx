/** 页码: a dash on either side, right on odd pages, left on even ones, also when the page is turned (clause 7.5, 8). */
export function PageNumber({ number }: { readonly number: number }) {
  return (
    <span aria-hidden="true" className={number % 2 === 1 ? 'page-number odd' : 'page-number even'}>
      {`— ${number} —`}
    </span>
  )
}
