/** The office (本单位): the county union that keeps this ledger, as it signs documents, sheets and bundles. */
import type { z } from 'zod'
import { form, optionalText, requiredText } from './fields.ts'

export const officeSchema = form({
  /** Full name, e.g. 云山县总工会. */
  name: requiredText(40),
  /** 发文机关标志 without 文件, e.g. 云山县总工会; empty means the name. */
  mark: optionalText(40),
  /** 发文代字, e.g. 云工发: the letters before 〔year〕. */
  documentCode: requiredText(20).regex(/^[\u4e00-\u9fa5A-Za-z]{2,20}$/, '应为2至20个汉字或字母，如“云工发”'),
  /** The union that notices come from and reports go to. */
  superior: requiredText(40),
  /** 行政区划代码, GB/T 2260, six digits; may be empty. */
  divisionCode: optionalText(6).refine((code) => code === '' || /^\d{6}$/.test(code), '应为6位数字'),
  /** Who signs reports upward (签发人). */
  signer: requiredText(20),
  /** 单位负责人, 审核人, 填表人 and 联系电话 in the foot of a sheet. */
  unitHead: optionalText(20),
  reviewer: optionalText(20),
  contact: optionalText(20),
  phone: optionalText(30),
  /** 印发机关 in the 版记; empty means the office's 办公室. */
  printer: optionalText(40),
})

export type OfficeInput = z.input<typeof officeSchema>
export type Office = z.output<typeof officeSchema>
