import { expect, test } from 'vitest'
import { isSeveralLines, numberingAt, pastedBlocks, pastedCells } from '../../../src-shared/editing/paste.ts'

test('every line is a paragraph, numbered lines are headings without their number, indents and blank lines go', () => {
  const text = '　　各单位：\r\n\r\n一、总体要求\n（二）加强领导。要高度重视。\n1.报送时间。\n2026.11月完成\n（3）其他'
  expect(pastedBlocks(text)).toEqual([
    { kind: 'paragraph', runs: [{ text: '各单位：' }] },
    { kind: 'heading', level: 1, text: '总体要求' },
    { kind: 'heading', level: 2, text: '加强领导。', runIn: [{ text: '要高度重视。' }] },
    { kind: 'heading', level: 3, text: '', runIn: [{ text: '报送时间。' }] },
    { kind: 'paragraph', runs: [{ text: '2026.11月完成' }] },
    { kind: 'heading', level: 4, text: '其他' },
  ])
})

test('marks of Markdown and rules between lines are not text', () => {
  expect(pastedBlocks('## 一、总体要求\n---\n**各单位**要落实。\n甲*乙*丙#丁')).toEqual([
    { kind: 'heading', level: 1, text: '总体要求' },
    { kind: 'paragraph', runs: [{ text: '各单位要落实。' }] },
    { kind: 'paragraph', runs: [{ text: '甲*乙*丙#丁' }] },
  ])
})

test('lines of cells become a table with every row of the same width', () => {
  expect(pastedBlocks('名单如下\n姓名\t单位\n张三\t\t备注')).toEqual([
    { kind: 'paragraph', runs: [{ text: '名单如下' }] },
    {
      kind: 'table',
      rows: [
        ['姓名', '单位', ''],
        ['张三', '', '备注'],
      ],
    },
  ])
})

test('cells of a spreadsheet may hold line breaks and quotation marks', () => {
  expect(pastedCells('甲\t"乙\n丙"\r\n"他说""好"""\t5"屏\r\n')).toEqual([
    ['甲', '乙丙'],
    ['他说"好"', '5"屏'],
  ])
})

test('one line is typing, several lines or cells are not', () => {
  expect([isSeveralLines('一行\n'), isSeveralLines('两\n行'), isSeveralLines('甲\t乙')]).toEqual([false, true, true])
  expect(pastedBlocks(' \n　\n')).toEqual([])
})

test('a number at the beginning is known by its kind, and 1. only when no decimal can follow', () => {
  expect(
    ['一、', '（二）甲', '1.', '1.5倍', '1．甲', '（1）', '甲一、'].map((text) => numberingAt(text)?.level),
  ).toEqual([1, 2, undefined, undefined, 3, 4, undefined])
})
