/** An office in the tree (单位): set in by its level, the way to its page. */
import { Link, useLocation } from 'react-router'
import type { DeskOffice } from '../../src-shared/desk.ts'

export function OfficeName({ office: { officeId, name, depth } }: { readonly office: DeskOffice }) {
  const { search } = useLocation()
  return (
    <Link
      className={`row-link upper-depth-${Math.min(depth, 2)}`}
      to={{ pathname: `/upper/office/${officeId}`, search }}
    >
      {name}
    </Link>
  )
}
