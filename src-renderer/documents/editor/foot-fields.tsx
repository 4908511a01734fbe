/** 落款与版记: 署名, 成文日期, 印章, 附注; 抄送机关, 印发机关, 印发日期, 印数. */
import { Input, InputNumber, Radio } from 'antd'
import { copyToWords } from '../../../src-shared/addressees.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { copyToOfText, namesOfText } from '../../../src-shared/editing/addressee-text.ts'
import { issuedBy } from '../../../src-shared/editing/kind-frame.ts'
import { formatOf, kindRules } from '../../../src-shared/kind-rules.ts'
import { DayInput } from '../../components/day-input.tsx'
import { FieldGroup } from '../../components/fields.tsx'
import type { EditorPart } from './edit.ts'
import { EditorField, TextPart, WordsInput } from './editor-field.tsx'
import { faultAt } from './use-faults.ts'

export function FootFields(part: EditorPart) {
  const { content } = part
  const format = formatOf(content)
  return (
    <>
      <FieldGroup title="落款">
        <IssuerFields {...part} />
        <DayPart {...part} name="date" label="成文日期" isNeeded />
        {format === '纪要' ? null : <SealField {...part} />}
        <TextPart {...part} name="note" label="附注" max={200} isWide placeholder="如：联系人：李红梅，电话：……" />
      </FieldGroup>
      <FieldGroup title="版记">
        <CopyToField {...part} />
        {format === '信函' ? (
          <p className="block-hint span-all">信函格式不印印发机关和印发日期。</p>
        ) : (
          <>
            <TextPart {...part} name="printer" max={60} isNeeded={format === '普通'} />
            <DayPart {...part} name="printedOn" label="印发日期" isNeeded={format === '普通'} />
            <CopiesField {...part} />
          </>
        )}
      </FieldGroup>
    </>
  )
}

function IssuerFields({ content, edit, faults }: EditorPart) {
  const joint = content.jointIssuers ?? []
  return (
    <>
      <EditorField
        label="署名"
        fault={faultAt(faults, 'issuer')}
        isNeeded={kindRules[content.kind].signature === 'needed'}
      >
        {(id) => (
          <Input
            id={id}
            maxLength={60}
            autoComplete="off"
            value={content.issuer}
            onChange={({ target }) => edit((known) => issuedBy(known, target.value, joint), 'issuer')}
          />
        )}
      </EditorField>
      <EditorField label="联合行文机关" fault={faultAt(faults, 'jointIssuers')} hint="除本单位外的机关，用顿号分开">
        {(id) => (
          <WordsInput
            id={id}
            value={joint}
            words={(names) => names.join('、')}
            read={namesOfText}
            placeholder="没有不填"
            onChange={(names) => edit((known) => issuedBy(known, known.issuer, names), 'jointIssuers')}
          />
        )}
      </EditorField>
    </>
  )
}

type DayPartProps = EditorPart & {
  readonly name: 'date' | 'printedOn'
  readonly label: string
  readonly isNeeded: boolean
}

function DayPart({ content, edit, faults, name, label, isNeeded }: DayPartProps) {
  return (
    <EditorField label={label} fault={faultAt(faults, name)} isNeeded={isNeeded}>
      {(id) => (
        <DayInput
          id={id}
          value={content[name]}
          onChange={(day) => edit((known) => ({ ...known, [name]: day ?? '' }))}
        />
      )}
    </EditorField>
  )
}

type Seal = 'seal' | 'none' | 'stamp'

/** 加盖印章, 不加盖印章 or 签名章 (7.3.5.1 to 7.3.5.3). */
function SealField({ content, edit, faults }: EditorPart) {
  const chosen: Seal = content.signatureStamp ? 'stamp' : content.hasSeal ? 'seal' : 'none'
  const choose = (seal: Seal) =>
    edit(({ signatureStamp: _, ...rest }) => ({
      ...rest,
      hasSeal: seal === 'seal',
      ...(seal === 'stamp' ? { signatureStamp: { post: '主席' } } : {}),
    }))
  const post = (text: string) =>
    edit((known): OfficialDocument => ({ ...known, signatureStamp: { post: text } }), 'signatureStamp')
  return (
    <EditorField label="印章" fault={faultAt(faults, 'signatureStamp')} isWide>
      {(id) => (
        <div className="seal-choice">
          <Radio.Group id={id} value={chosen} onChange={({ target }) => choose(target.value as Seal)}>
            <Radio value="seal">加盖印章</Radio>
            <Radio value="none">不加盖印章</Radio>
            <Radio value="stamp">签名章</Radio>
          </Radio.Group>
          {content.signatureStamp ? (
            <Input
              aria-label="签名章的职务"
              maxLength={20}
              value={content.signatureStamp.post}
              onChange={({ target }) => post(target.value)}
            />
          ) : null}
        </div>
      )}
    </EditorField>
  )
}

function CopyToField({ content, edit, faults }: EditorPart) {
  return (
    <EditorField label="抄送机关" fault={faultAt(faults, 'copyTo')} isWide hint="不同类机关之间用逗号，同类之间用顿号">
      {(id) => (
        <WordsInput
          id={id}
          value={content.copyTo}
          words={copyToWords}
          read={(text) => copyToOfText(text, content.copyTo)}
          placeholder="没有不填"
          onChange={(copyTo) => edit((known) => ({ ...known, copyTo }), 'copyTo')}
        />
      )}
    </EditorField>
  )
}

function CopiesField({ content, edit, faults }: EditorPart) {
  return (
    <EditorField label="印数" fault={faultAt(faults, 'copies')}>
      {(id) => (
        <InputNumber<number>
          id={id}
          className="wide"
          controls={false}
          precision={0}
          placeholder="不标注"
          suffix="份"
          value={content.copies ?? null}
          onChange={(copies) =>
            edit(({ copies: _, ...rest }) => (copies === null ? rest : { ...rest, copies }), 'copies')
          }
        />
      )}
    </EditorField>
  )
}
