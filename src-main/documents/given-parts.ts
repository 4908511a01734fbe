/** Parts of a document that the caller states (指定的公文要素): by the model's names, checked by the model's own rules. */
import { documentShape, type OfficialDocument } from '../../src-shared/documents.ts'
import { Problem } from '../../src-shared/problems.ts'
import { partLabels } from '../../src-shared/recognition.ts'

export type GivenParts = Partial<OfficialDocument>

/** @throws Problem INVALID_INPUT with the first name or value that the model does not know, and its place */
export function givenParts(meta: unknown): GivenParts {
  if (meta === undefined) return {}
  const parsed = documentShape.partial().safeParse(meta)
  const issue = parsed.error?.issues[0]
  if (issue) {
    const { path, message } = deepest(issue as Issue)
    const where = path.length === 0 ? '' : `${path.map(stepWords).join('')}：`
    throw new Problem('INVALID_INPUT', `指定的公文要素有误，没有排版：${where}${message}。`)
  }
  // What the schema fills in by default was not stated.
  const given = new Set(Object.keys(meta as object))
  return Object.fromEntries(Object.entries(parsed.data ?? {}).filter(([name]) => given.has(name)))
}

type Issue = {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code?: string
  readonly expected?: string
  /** For a value that may be of several forms: what is wrong with it in each. */
  readonly errors?: readonly (readonly Issue[])[]
}

/** Of a value that fits none of its forms, the fault farthest inside: the form that was meant fits so far. */
function deepest(issue: Issue): { path: readonly PropertyKey[]; message: string } {
  const inner = (issue.errors ?? []).flat().map((one) => deepest(one))
  const [first] = inner.filter(({ path }) => path.length > 0).sort((one, other) => other.path.length - one.path.length)
  return first
    ? { path: [...issue.path, ...first.path], message: first.message }
    : { path: issue.path, message: chinese(issue) }
}

const expectations: Readonly<Record<string, string>> = {
  array: '应为方括号括起的一组',
  object: '应为花括号括起的一组字段',
  string: '应为文字',
  number: '应为数字',
  boolean: '应为 true 或 false',
}

/** Schemas that say nothing themselves leave the library's English. */
function chinese({ message, expected = '' }: Issue): string {
  return /\p{Script=Han}/u.test(message) ? message : (expectations[expected] ?? '不在可选范围内')
}

const labels: Readonly<Record<string, string>> = {
  ...partLabels,
  format: '格式',
  jointIssuers: '联合行文的其他机关',
  hasSeal: '加盖印章',
  signatureStamp: '签名章',
  post: '职务',
  level: '级别',
  term: '保密期限',
  names: '名称',
  label: '类别',
  text: '文字',
  rows: '行',
}

/** “主送机关”第2项 */
function stepWords(step: PropertyKey): string {
  return typeof step === 'number' ? `第${step + 1}项` : `“${labels[String(step)] ?? String(step)}”`
}
