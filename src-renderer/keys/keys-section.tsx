/** 密钥与往来单位 among the settings: the fingerprint, whether the keys are locked, and the way to their page. */
import { Flex } from 'antd'
import { Link } from 'react-router'
import { Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import './keys.css'
import { Fingerprint } from './fingerprint.tsx'
import { useOwnKeys, usePeers } from './use-keys.ts'

export function KeysSection() {
  const { data: keys, error } = useOwnKeys()
  const { data: peers } = usePeers()
  const count = (role: string) => peers?.filter((peer) => peer.role === role).length ?? 0
  return (
    <Section title="密钥与往来单位">
      {error ? <ProblemNote error={error} /> : null}
      {keys ? (
        <Flex gap={16} align="center" wrap>
          <span>
            本单位指纹：
            <Fingerprint value={keys.fingerprint} isSmall />
          </span>
          <span>
            上级{count('上级')}个，下级{count('下级')}个
          </span>
          <Link to="/office/keys">口令、名片、登记往来单位</Link>
        </Flex>
      ) : null}
    </Section>
  )
}
