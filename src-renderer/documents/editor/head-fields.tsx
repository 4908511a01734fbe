/** 版头: kind and format, 份号、密级、紧急程度, 发文机关标志, 发文字号, 签发人. */
import { Input, Select, Space } from 'antd'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { namesOfText } from '../../../src-shared/editing/addressee-text.ts'
import { inFormat, kinds, ofKind } from '../../../src-shared/editing/kind-frame.ts'
import { formatOf, kindRules } from '../../../src-shared/kind-rules.ts'
import { optionsOf } from '../../components/fields.tsx'
import type { EditorPart } from './edit.ts'
import { EditorField, TextPart, WordsInput } from './editor-field.tsx'
import { faultAt } from './use-faults.ts'

type Secrecy = NonNullable<OfficialDocument['secrecy']>
type Urgency = NonNullable<OfficialDocument['urgency']>

export function HeadFields(part: EditorPart) {
  const { content, edit, faults } = part
  const rule = kindRules[content.kind]
  const hasSigners = rule.signers !== 'forbidden' || content.signers.length > 0
  const isJoint = (content.jointIssuers?.length ?? 0) > 0
  return (
    <div className="field-grid">
      <EditorField label="文种" fault={faultAt(faults, 'kind')} hint="改文种时，标题、标志和格式随之改">
        {(id) => (
          <Select
            id={id}
            options={kinds.map((kind) => ({ value: kind, label: kind }))}
            value={content.kind}
            onChange={(kind) => edit((known) => ofKind(known, kind))}
          />
        )}
      </EditorField>
      <EditorField label="格式" fault={faultAt(faults, 'format')}>
        {(id) => (
          <Select
            id={id}
            options={rule.formats.map((format) => ({ value: format, label: `${format}格式` }))}
            value={formatOf(content)}
            onChange={(format) => edit((known) => inFormat(known, format))}
          />
        )}
      </EditorField>
      <TextPart
        {...part}
        name="mark"
        max={200}
        rows={isJoint ? 2 : 1}
        isWide
        isNeeded
        hint={isJoint ? '联合行文：一个机关一行，主办机关在前' : undefined}
      />
      <TextPart
        {...part}
        name="number"
        max={40}
        isWide={!hasSigners}
        placeholder="如：云工发〔2026〕5号"
        hint="拟用；定稿时按登记簿顺序编定"
      />
      {hasSigners ? <SignersField {...part} isNeeded={rule.signers === 'needed'} /> : null}
      <SecrecyField {...part} />
      <EditorField label="紧急程度" fault={faultAt(faults, 'urgency')}>
        {(id) => (
          <Select<Urgency>
            id={id}
            allowClear
            placeholder="不标注"
            options={optionsOf(['特急', '加急'])}
            value={content.urgency ?? null}
            onChange={(urgency) => edit(({ urgency: _, ...rest }) => (urgency ? { ...rest, urgency } : rest))}
          />
        )}
      </EditorField>
      <TextPart {...part} name="copyNumber" label="份号" max={8} placeholder="如：000001，涉密公文标注" />
    </div>
  )
}

function SignersField({ content, edit, faults, isNeeded }: EditorPart & { readonly isNeeded: boolean }) {
  return (
    <EditorField label="签发人" fault={faultAt(faults, 'signers')} isNeeded={isNeeded} hint="几位签发人之间用顿号">
      {(id) => (
        <WordsInput
          id={id}
          value={content.signers}
          words={(names) => names.join('、')}
          read={namesOfText}
          placeholder="姓名"
          onChange={(signers) => edit((known) => ({ ...known, signers }), 'signers')}
        />
      )}
    </EditorField>
  )
}

function SecrecyField({ content, edit, faults }: EditorPart) {
  const change = (secrecy: Secrecy | undefined, group?: string) =>
    edit(({ secrecy: _, ...rest }) => (secrecy ? { ...rest, secrecy } : rest), group)
  return (
    <EditorField label="密级和保密期限" fault={faultAt(faults, 'secrecy')}>
      {(id) => (
        <Space.Compact block>
          <Select<Secrecy['level']>
            id={id}
            allowClear
            placeholder="不标注"
            options={(['秘密', '机密', '绝密'] as const).map((level) => ({ value: level, label: level }))}
            value={content.secrecy?.level ?? null}
            onChange={(level) => change(level ? { ...content.secrecy, level } : undefined)}
          />
          {content.secrecy ? (
            <Input
              aria-label="保密期限"
              placeholder="如：1年"
              maxLength={20}
              value={content.secrecy.term ?? ''}
              onChange={({ target }) =>
                change({ level: content.secrecy?.level ?? '秘密', term: target.value }, 'secrecy')
              }
            />
          ) : null}
        </Space.Compact>
      )}
    </EditorField>
  )
}
