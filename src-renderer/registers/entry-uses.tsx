/** 在用处: below the form of an entry, the records that name it, and merging it with another. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { RegisterUse, UsesOfKind, UsingKind } from '../../src-shared/register-uses.ts'
import { type RegisterKind, registerNames } from '../../src-shared/register-words.ts'
import { useBackend } from '../api.ts'
import { RecordLink } from '../components/record-link.tsx'
import { MergeEntries } from './merge-entries.tsx'
import { usingName } from './using-name.ts'

/** Uses of a kind that are listed before the clerk asks for all. */
const few = 8

type EntryUsesProps = { readonly kind: RegisterKind; readonly row: { readonly id: string; readonly name: string } }

export function EntryUses({ kind, row }: EntryUsesProps) {
  const { queries } = useBackend()
  const [isMerging, setMerging] = useState(false)
  const { data } = useQuery(queries.registers.uses.queryOptions({ input: { kind, id: row.id } }))
  return (
    <fieldset className="field-group">
      <legend>在用处{data ? `（${data.total}）` : ''}</legend>
      {data?.total === 0 ? <p className="second">还没有记录写到“{row.name}”。</p> : null}
      {data?.kinds.map((uses) => (
        <UsesList key={uses.kind} {...uses} />
      ))}
      <Button size="small" onClick={() => setMerging(true)}>
        与重复的{registerNames[kind]}合并
      </Button>
      {isMerging ? <MergeEntries kind={kind} row={row} onClose={() => setMerging(false)} /> : null}
    </fieldset>
  )
}

function UsesList({ kind, uses }: UsesOfKind) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? uses : uses.slice(0, few)
  return (
    <>
      <h3 className="uses-kind">
        {usingName(kind)} {uses.length}条
      </h3>
      <ul className="plain-list uses-list">
        {shown.map((use) => (
          <li key={use.id}>
            {use.day ? <span className="figure second">{use.day}　</span> : null}
            <UseLink kind={kind} use={use} />
          </li>
        ))}
      </ul>
      {shown.length < uses.length ? (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          列出全部{uses.length}条
        </Button>
      ) : null}
    </>
  )
}

function UseLink({ kind, use }: { readonly kind: UsingKind; readonly use: RegisterUse }) {
  if (kind === 'lecturer') return <Link to={`/registers/lecturer?record=${use.id}`}>{use.title}</Link>
  return (
    <RecordLink kind={kind} id={use.id}>
      {use.title}
    </RecordLink>
  )
}
