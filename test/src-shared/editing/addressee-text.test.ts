import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyToWords, recipientWords } from '../../../src-shared/addressees.ts'
import type { Addressee } from '../../../src-shared/documents.ts'
import { copyToOfText, namesOfText, recipientsOfText } from '../../../src-shared/editing/addressee-text.ts'

test('names of one kind stand one after the other, several kinds are groups', () => {
  expect(recipientsOfText('甲局、乙局', [])).toEqual(['甲局', '乙局'])
  expect(recipientsOfText('各乡镇总工会、开发区总工会，县直各单位工会：', [])).toEqual([
    { names: ['各乡镇总工会', '开发区总工会'] },
    { names: ['县直各单位工会'] },
  ])
  expect(recipientsOfText(' ，', [])).toEqual([])
})

test('copies go to each name by itself, with 、 to a group; who is known as a person stays one', () => {
  const persons: Addressee = { names: ['县委书记', '县长'], persons: true }
  expect(copyToOfText('县委办公室，县委书记、县长', [persons])).toEqual(['县委办公室', persons])
})

test('signers are parted by any mark or space', () => {
  expect(namesOfText('马建国、李红梅 王 强，')).toEqual(['马建国', '李红梅', '王', '强'])
})

const name = fc.stringMatching(/^[甲乙丙丁]{1,3}局$/)
test('whatever is understood is shown as it was typed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (kindsTyped) => {
      const text = kindsTyped.map((names) => names.join('、')).join('，')
      expect(recipientWords(recipientsOfText(text, []))).toBe(text)
      expect(copyToWords(copyToOfText(text, []))).toBe(text)
    }),
  )
})
