/** 验收 of what an office reported, or taking that back. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { OfficeStatus } from '../../src-shared/desk.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'
import { useQuestion } from './use-question.ts'

export function ApproveButton({ office: { officeId, name, state } }: { readonly office: OfficeStatus }) {
  const { client, queries } = useBackend()
  const { question } = useQuestion()
  const cache = useQueryClient()
  const isApproved = state === '已验'
  const act = useAction({
    call: () => {
      const input = { officeId, ...question }
      return isApproved ? client.upper.withdrawApproval(input) : client.upper.approve(input)
    },
    done: isApproved ? `已撤回对${name}的验收` : `${name}已验收`,
    onDone: () => void cache.invalidateQueries({ queryKey: queries.upper.key() }),
  })
  if (state === '未报') return null
  const label = isApproved ? '撤回' : '验收'
  return (
    <Button
      size="small"
      type={isApproved ? 'text' : 'default'}
      loading={act.isPending}
      aria-label={`${label}${name}`}
      onClick={() => act.mutate()}
    >
      {label}
    </Button>
  )
}
