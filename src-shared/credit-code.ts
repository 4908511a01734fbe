/**
 * 统一社会信用代码 (GB 32100—2015) and the 组织机构代码 inside it (GB 11714): their check characters, and which
 * character of a code cannot be right. What the first characters say is not judged: a general union may hold 13…
 */

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
/** GB 32100—2015, table 3: digits and letters without I, O, S, V, Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** GB 11714 counts with all letters. */
const organisationCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The 17th character, of the 9th to 16th (GB 11714): weights modulo 11. */
export function organisationCheck(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationCharacters.indexOf(organisation.charAt(index)),
    0,
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** The 18th character, of the 17 before it (GB 32100—2015, 4.6): powers of 3 modulo 31. */
export function creditCodeCheck(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body.slice(0, 17)) {
    sum += weight * characters.indexOf(character)
    weight = (weight * 3) % 31
  }
  return characters.charAt((31 - (sum % 31)) % 31)
}

/** What is wrong with the form of a code, as a half-sentence; null for one that may be checked further. */
export function creditCodeFormFault(code: string): string | null {
  const strange = [...code].findIndex((character) => !characters.includes(character))
  if (strange >= 0) return `第${strange + 1}位“${code[strange]}”不能用，应为数字或大写字母（不用I、O、S、V、Z）`
  return code.length === 18 ? null : `应为18位，现有${code.length}位`
}

/** Which character cannot be right, as a half-sentence; null for a code that agrees with both of its checks. */
export function creditCodeFault(code: string): string | null {
  const fault = creditCodeFormFault(code)
  if (fault !== null) return fault
  const [inner, outer] = [organisationCheck(code.slice(8, 16)), creditCodeCheck(code)]
  if (code[16] === inner)
    return code[17] === outer
      ? null
      : `第18位按前17位应为“${outer}”，现为“${code[17]}”：第1至8位或第18位有误，请对照证书核对`
  const mended = `${code.slice(0, 16)}${inner}`
  if (creditCodeCheck(mended) === code[17]) return `第17位应为“${inner}”，现为“${code[16]}”，请对照证书核对`
  return '第9至17位中有误（与第17位、第18位校验码不符），请对照证书核对'
}
