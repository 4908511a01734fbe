import { expect, test } from 'vitest'
import { officeLabels } from '../../../src-main/intake/owned-names.ts'

const office = (officeId: string, name: string, parentId: string | null = null, divisionCode = '640402') => ({
  officeId,
  name,
  parentId,
  divisionCode,
})

test('an office is called by its place; two of one name have the office above before it, or their code behind', () => {
  const labels = officeLabels([
    office('top', '宁川省总工会'),
    office('a', '固川市总工会'),
    office('b', '银川市总工会'),
    office('c', '云山县总工会', 'a'),
    office('d', '城关区总工会', 'a'),
    office('e', '城关区总工会', 'b'),
    office('f', '开发区工会工作委员会', 'a', '640471'),
    office('g', '开发区工会工作委员会', 'a', '640472'),
    office('h', '南坪县总工会', 'a'),
    office('i', '南坪县总工会', 'a'),
    office('j', '总工会'),
  ])
  expect([...labels.values()]).toEqual([
    '宁川省',
    '固川市',
    '银川市',
    '云山县',
    '固川市城关区',
    '银川市城关区',
    '固川市开发区工会工作委员会（640471）',
    '固川市开发区工会工作委员会（640472）',
    '固川市南坪县（h）',
    '固川市南坪县（i）',
    '总工会',
  ])
})
