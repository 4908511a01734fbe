/** 新建公文: any kind, begun from the office's particulars and opened in the editor. */
import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import type { DocumentKind } from '../../src-shared/documents.ts'
import { kinds } from '../../src-shared/editing/kind-frame.ts'
import { useBackend } from '../api.ts'
import { useAction } from '../components/use-action.ts'

/** What each kind is for, as 《党政机关公文处理工作条例》 has it. */
const purposes: Readonly<Record<DocumentKind, string>> = {
  通知: '布置工作，要求下级办理或知晓',
  报告: '向上级汇报工作、反映情况',
  请示: '向上级请求指示、批准，一文一事',
  函: '与不相隶属的机关商洽、询问、答复',
  纪要: '记载会议情况和议定事项',
  通报: '表彰先进、批评错误、告知情况',
  批复: '答复下级的请示',
  意见: '对重要问题提出见解和处理办法',
}

export function NewDocument() {
  const { client } = useBackend()
  const navigate = useNavigate()
  const creating = useAction({
    call: (kind: DocumentKind) => client.documents.create({ kind }),
    onDone: ({ documentId }) => navigate(`/documents/${documentId}`),
  })
  const items = kinds.map((kind) => ({
    key: kind,
    label: (
      <span className="new-kind">
        <b>{kind}</b>
        <span>{purposes[kind]}</span>
      </span>
    ),
  }))
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{ items, onClick: ({ key }) => creating.mutate(key as DocumentKind) }}
    >
      <Button
        loading={creating.isPending}
        icon={<DownOutlined />}
        iconPlacement="end"
        aria-keyshortcuts="N Control+N"
        aria-haspopup="menu"
      >
        新建公文
      </Button>
    </Dropdown>
  )
}
