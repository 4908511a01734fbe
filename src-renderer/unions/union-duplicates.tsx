/** 疑似重复: unions that were probably entered twice; the clerk looks, and makes them one. */
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { DuplicateUnions } from '../../src-shared/union-lives.ts'
import type { GrassrootsUnion, UnionInput } from '../../src-shared/unions.ts'
import { useBackend } from '../api.ts'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Page, Section } from '../components/page.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAction } from '../components/use-action.ts'
import { useAddress } from '../components/use-address.ts'
import type { Register } from '../records/register.ts'
import { RegisterDrawer } from '../records/register-drawer.tsx'
import { UnionTabs } from './union-tabs.tsx'

export function UnionDuplicates({ register }: { readonly register: Register<GrassrootsUnion, UnionInput> }) {
  const { queries } = useBackend()
  const { data, error } = useQuery(queries.unions.duplicates.queryOptions())
  return (
    <Page title={register.title} hint="代码相同或名称只差“有限公司”“工会委员会”等字样的单位，可能登记了两次。">
      <UnionTabs />
      {error ? <ProblemNote error={error} /> : null}
      {data?.length === 0 ? <NothingYet>没有发现疑似重复登记的单位。</NothingYet> : null}
      {data?.map((group) => (
        <Group key={group.unions.map(({ id }) => id).join()} {...group} />
      ))}
      <RegisterDrawer register={register} />
    </Page>
  )
}

function Group({ reason, unions }: DuplicateUnions) {
  const { client } = useBackend()
  const { change } = useAddress()
  const { modal } = App.useApp()
  const [kept] = unions
  const merging = useAction({
    call: (drop: string) => client.unions.mergeDuplicates({ keep: kept?.id ?? '', drop }),
    done: ({ sentence }) => sentence,
  })
  if (!kept) return null
  const ask = (drop: (typeof unions)[number]) =>
    modal.confirm({
      title: `“${drop.name}”并入“${kept.name}”？`,
      content: `用到“${drop.name}”的${drop.uses}处记录改为“${kept.name}”，空着的内容补上，“${drop.name}”从名册删除。可以在沿革中撤销。`,
      okText: '是同一个，合并',
      cancelText: '不合并',
      onOk: () => merging.mutateAsync(drop.id).catch(() => undefined),
    })
  return (
    <Section title={reason}>
      <ul className="plain-list">
        {unions.map((union) => (
          <li key={union.id} className="union-twin">
            <Button type="link" size="small" className="union-node" onClick={() => change({ record: union.id })}>
              {union.name}
            </Button>
            <span className="second">
              {union.township}　{union.code || '没有代码'}　{union.uses}处用到
            </span>
            {union === kept ? (
              <span className="second">保留</span>
            ) : (
              <Button size="small" onClick={() => ask(union)}>
                并入“{kept.name}”
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
