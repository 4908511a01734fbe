/** The pages of 名册: one tab for each small register. */
import { Tabs } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { registerKinds, registerNames } from '../../src-shared/register-words.ts'

const tabs = registerKinds.map((kind) => ({ key: kind as string, label: registerNames[kind] }))

export function RegisterTabs() {
  const { kind = 'cadre' } = useParams()
  const navigate = useNavigate()
  return (
    <Tabs
      items={tabs}
      activeKey={kind}
      onChange={(key) => void navigate(`/registers/${key}`)}
      className="document-tabs"
    />
  )
}
