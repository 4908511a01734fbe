/** What came of reading a text (识别结果): what to look at, what is missing, what was found, what was tidied. */
import { Alert } from 'antd'
import type { Recognised } from '../../src-shared/formatting.ts'
import { type Found, partLabels } from '../../src-shared/recognition.ts'
import { Clipped } from '../components/clipped.tsx'
import { NothingYet } from '../components/nothing-yet.tsx'
import { Section } from '../components/page.tsx'
import { FewOf } from './few-of.tsx'
import { FormatDoubts } from './format-doubts.tsx'
import { Place } from './place.tsx'
import { TidiedGroups } from './tidied-groups.tsx'

export function FormatReport({ recognised }: { readonly recognised: Recognised }) {
  const { found, missing, tidied, document } = recognised
  if (document.blocks.length === 0)
    return <NothingYet>没有读到公文正文。请核对贴入的文字，至少要有一段正文。</NothingYet>
  return (
    <div className="format-report">
      <FormatDoubts recognised={recognised} />
      <MissingParts missing={missing} />
      <Section title={`认出的要素（${found.length}处）`}>
        <FewOf entries={found}>{(one) => <FoundPart found={one} />}</FewOf>
      </Section>
      <Section title={`整理（${tidied.length}处）`}>
        {tidied.length === 0 ? (
          <p className="report-none">原文写法规范，没有改动。</p>
        ) : (
          <TidiedGroups tidied={tidied} />
        )}
      </Section>
    </div>
  )
}

const otherLabels = { heading: '层次标题', table: '表格', inlineItems: '文中列举', unplaced: '未归入' } as const

function FoundPart({ found }: { readonly found: Found }) {
  const label = { ...partLabels, ...otherLabels }[found.part]
  return (
    <div className="report-line">
      <span className="report-label">{label}</span>
      <Clipped>{found.words}</Clipped>
      <Place line={found.line} />
    </div>
  )
}

function MissingParts({ missing }: Pick<Recognised, 'missing'>) {
  const needed = missing.filter(({ isNeeded }) => isNeeded)
  const others = missing.filter(({ isNeeded }) => !isNeeded)
  return (
    <Section title={needed.length === 0 ? '原文未见' : `原文未见（${needed.length}项需要补）`}>
      {needed.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={`这种公文应有：${needed.map(({ label }) => label).join('、')}。原文未见，请存为草稿后补上。`}
        />
      )}
      {others.length === 0 ? null : (
        <p className="report-none">可以没有的：{others.map(({ label }) => label).join('、')}。</p>
      )}
    </Section>
  )
}
