/** Makes a well-formed 统一社会信用代码 for an invented union: 18 characters with both check characters. */
import { creditCodeCheck, organisationCheck } from '../../src-shared/credit-code.ts'

/** 8 工会, 1 基层工会, six digits of the division, then an invented organisation code. */
export function unionCode(divisionCode: string, number: number): string {
  const organisation = `MC${String(number * 37).padStart(6, '0')}`
  const body = `81${divisionCode}${organisation}${organisationCheck(organisation)}`
  return body + creditCodeCheck(body)
}
