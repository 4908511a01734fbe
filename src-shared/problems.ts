/**
 * Expected failures (预料之中的失败): each has a code for programs and one Chinese sentence for the clerk that
 * says what is wrong and what to do. Anything else that is thrown is a defect and is logged with its cause.
 */
export const problemCodes = [
  'INVALID_INPUT', // 填写有误
  'NOT_FOUND', // 记录不存在
  'IN_USE', // 被引用，不能删除
  'CONFLICT', // 别处已修改
  'FINALISED', // 公文已定稿或已作废
  'OFFICE_MISSING', // 本单位信息未填
  'FILE_UNREADABLE', // 文件读不了
  'FILE_UNWRITABLE', // 文件写不了
  'DISK_FULL', // 磁盘已满
  'DATA_FOLDER_BUSY', // 数据文件夹正被使用
  'DATA_FOLDER_SHARED', // 数据文件夹在网络共享上
  'DATABASE_NEWER', // 数据来自更新的版本
  'DATABASE_DAMAGED', // 数据库损坏
  'BUNDLE_INVALID', // 上报包无效
  'KEY_LOCKED', // 密钥未解锁
  'KEY_REFUSED', // 名片、密钥不能采用
  'CANCELLED', // 已取消
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One wrong field: `path` as in the input (`['speakers', 0, 'name']`), `message` without the field's name. */
export type FieldIssue = { readonly path: readonly (string | number)[]; readonly message: string }

export type ProblemData = { readonly issues?: readonly FieldIssue[] | undefined }

/** The only class of ours: an expected failure on its way to the person. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly data: ProblemData

  constructor(code: ProblemCode, sentence: string, options: { data?: ProblemData; cause?: unknown } = {}) {
    super(sentence, { cause: options.cause })
    this.name = 'Problem'
    this.code = code
    this.data = options.data ?? {}
  }
}
