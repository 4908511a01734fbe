/** 密钥与往来单位: who we are to other offices, and who they are to us. */
import { Page } from '../components/page.tsx'
import './keys.css'
import { OwnKeysSection } from './own-keys-section.tsx'
import { PeersSection } from './peers-section.tsx'

export function KeysPage() {
  return (
    <Page title="密钥与往来单位" hint="上报包由本单位的密钥签名，只有收件单位的密钥打得开；双方先互相登记名片。">
      <OwnKeysSection />
      <PeersSection />
    </Page>
  )
}
