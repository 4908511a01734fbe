/** Drafting what else a notice asks for (贯彻通知、计划、方案), and opening it. */
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { noticeDocumentRoles } from '../../../src-shared/notice-words.ts'
import type { NoticeDraftInput } from '../../../src-shared/replies.ts'
import { useBackend } from '../../api.ts'
import { useAction } from '../../components/use-action.ts'

type Role = NoticeDraftInput['role']

const roles = noticeDocumentRoles.filter((role): role is Role => role !== '情况报告')

export function PlanButtons({ noticeId }: { readonly noticeId: string }) {
  const { client } = useBackend()
  const navigate = useNavigate()
  const drafting = useAction({
    call: (role: Role) => client.notices.draft({ noticeId, role }),
    done: (_, role) => `${role}已起草，请补齐待填写的内容`,
    onDone: ({ documentId }) => navigate(`/documents/${documentId}`),
  })
  return roles.map((role) => (
    <Button
      key={role}
      loading={drafting.isPending && drafting.variables === role}
      disabled={drafting.isPending}
      onClick={() => drafting.mutate(role)}
    >
      起草{role}
    </Button>
  ))
}
