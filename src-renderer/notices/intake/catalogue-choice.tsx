/** Choosing a notice whose requirements the program knows (目录): who received one of them needs no text. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { AddedNotice } from '../../../src-shared/notices.ts'
import { useBackend } from '../../api.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useAction } from '../../components/use-action.ts'

export function CatalogueChoice({ onAdded }: { readonly onAdded: (added: AddedNotice) => void }) {
  const { client, queries } = useBackend()
  const { data, error, refetch } = useQuery(queries.notices.catalogue.queryOptions({ input: {} }))
  const adopting = useAction({ call: (number: string) => client.notices.adopt({ number }), onDone: onAdded })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <div className="list-wait" aria-busy />
  return (
    <>
      <p className="second">收到的是下面其中一件的，直接选取，要求已逐条备好；以后有了原文再登记一次，文字会补上。</p>
      <ul className="catalogue">
        {data.map(({ number, title, issuer, date, requirements }) => (
          <li key={number}>
            <div>
              <div className="catalogue-title">{title}</div>
              <div className="second">
                {issuer}　{number}　{date ?? '无日期'}　要求{requirements.length}条
              </div>
            </div>
            <Button
              aria-label={`选取${number}`}
              loading={adopting.isPending && adopting.variables === number}
              disabled={adopting.isPending}
              onClick={() => adopting.mutate(number)}
            >
              选取
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
