/** Lectures given during a stay (蹲点期间的宣讲): those that are linked to it, and a way to add one. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { Stay } from '../../src-shared/stays.ts'
import { useBackend } from '../api.ts'

export function StayLectures({ row }: { readonly row: Stay }) {
  const { queries } = useBackend()
  const { data } = useQuery(queries.lectures.list.queryOptions({ input: { stayId: row.id, limit: 1_000 } }))
  return (
    <fieldset className="field-group">
      <legend>蹲点期间的宣讲</legend>
      <ul className="plain-list">
        {data?.rows.map((lecture) => (
          <li key={lecture.id}>
            <Link to={`/lectures?record=${lecture.id}`}>
              <span className="figure">{lecture.date}</span>　{lecture.topic}
            </Link>
          </li>
        ))}
      </ul>
      <Link to={`/lectures?record=new&stay=${row.id}`}>
        <Button size="small">登记一场宣讲</Button>
      </Link>
    </fieldset>
  )
}
