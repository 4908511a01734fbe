/** From a register to its batch entry (批量录入). */
import { Button } from 'antd'
import { useHref } from 'react-router'
import type { BatchKind } from '../../../src-shared/batch.ts'

export function BatchLink({ kind }: { readonly kind: BatchKind }) {
  return <Button href={useHref(`/batch/${kind}`)}>批量录入</Button>
}
