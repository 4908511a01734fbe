/** 其中：对象 with their people. Strata overlap, so no sum is shown. */
import { strata } from '../../src-shared/vocabulary.ts'
import { CountInput, Field, optionsOf } from '../components/fields.tsx'
import { ManySelect } from '../components/many-select.tsx'

type Share = { readonly stratum: string; readonly people: number | null }
type StrataInputProps = {
  readonly id?: string
  readonly value?: readonly Share[]
  readonly onChange?: (shares: readonly Share[]) => void
}

export function StrataField() {
  return (
    <Field name="strata" label="其中：对象及人数" span="all" hint="各类对象可能重叠，分别统计，不相加">
      <StrataInput />
    </Field>
  )
}

function StrataInput({ id, value = [], onChange }: StrataInputProps) {
  const choose = (words: readonly string[]) =>
    onChange?.(words.map((stratum) => value.find((share) => share.stratum === stratum) ?? { stratum, people: null }))
  const count = (stratum: string, people: number | null) =>
    onChange?.(value.map((share) => (share.stratum === stratum ? { stratum, people } : share)))
  return (
    <div className="strata">
      <ManySelect
        {...(id ? { id } : {})}
        placeholder="选择在场的对象，可多选"
        options={optionsOf(strata)}
        value={value.map((share) => share.stratum)}
        onChange={choose}
      />
      {value.map(({ stratum, people }) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, made by CountInput
        <label key={stratum} className="stratum">
          <span>{stratum}</span>
          <CountInput value={people} onChange={(counted) => count(stratum, counted)} aria-label={`${stratum}人数`} />
        </label>
      ))}
    </div>
  )
}
