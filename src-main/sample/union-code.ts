/** Makes a well-formed 统一社会信用代码 for an invented union: 18 characters with both check characters. */

const organisationCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
/** GB 32100—2015, table 3: without I, O, S, V, Z. */
const codeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 8 工会, 1 基层工会, six digits of the division, then an invented organisation code. */
export function unionCode(divisionCode: string, number: number): string {
  const organisation = `MC${String(number * 37).padStart(6, '0')}`
  const body = `81${divisionCode}${organisation}${organisationCheck(organisation)}`
  return body + codeCheck(body)
}

/** GB 11714: weights modulo 11. */
function organisationCheck(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationCharacters.indexOf(organisation.charAt(index)),
    0,
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** GB 32100—2015, 4.6: powers of 3 modulo 31. */
function codeCheck(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += weight * codeCharacters.indexOf(character)
    weight = (weight * 3) % 31
  }
  return codeCharacters.charAt((31 - (sum % 31)) % 31)
}
