/** Odd characters (生僻字、表情、控制字符) in every part of a document: what can be printed is, the rest spoils nothing. */
import { expect, test } from 'vitest'
import { writeDocx } from '../../../src-main/documents/write-docx.ts'
import { readZip } from '../../../src-main/files/zip.ts'
import type { OfficialDocument } from '../../../src-shared/documents.ts'
import { all, openDocx, textOf } from './open-docx.ts'
import { text } from './sample-document.ts'
import { notice } from './sample-kinds.ts'

const bad = '\u0000\u0008\u000b\u001f\udc00\ud800\ufffe\uffff\u2028\u2029'
const spoil = (words: string) => `${words}${bad}`
const rare = '𠮷田䶮𡈼👍🏽👨‍👩‍👧‍👦'

function oddDocument(words: (text: string) => string): OfficialDocument {
  return notice({
    mark: words('云山县总工会文件'),
    title: words('云山县总工会关于表扬𠮷田等同志的通知'),
    recipients: [words('𠮷野家工会')],
    blocks: [
      { kind: 'heading', level: 1, text: words('甲𠮷') },
      text(words(`表扬${rare}等同志 a<b&"c"`)),
      {
        kind: 'table',
        caption: words('名单'),
        rows: [
          [words('姓名'), words('单位')],
          [words('李䶮'), words('𠮷')],
        ],
      },
      text('特此通知。'),
    ],
    annexes: [{ title: words('名单'), blocks: [text(words('略'))] }],
    issuer: words('云山县总工会'),
    note: words('联系人：李䶮'),
    copyTo: [words('𠮷野家工会')],
    printer: words('云山县总工会办公室'),
  })
}

test('what cannot be printed is left out everywhere, and the file is the same as without it', async () => {
  const clean = readZip(await writeDocx(oddDocument((words) => words)))
  const spoilt = readZip(await writeDocx(oddDocument(spoil)))
  const decode = (parts: typeof clean, name: string) => new TextDecoder('utf-8', { fatal: true }).decode(parts[name])
  expect(Object.keys(spoilt)).toEqual(Object.keys(clean))
  for (const name of Object.keys(clean)) expect([name, decode(spoilt, name)]).toEqual([name, decode(clean, name)])
})

test('characters outside the BMP, joined emoji and marks of XML stand in the text as they were written', async () => {
  const document = openDocx(await writeDocx(oddDocument((words) => words)))['word/document.xml']
  const paragraphs = all(document, 'w:p').map(textOf)
  expect(paragraphs).toContain(`表扬${rare}等同志 a<b&"c"`)
  expect(paragraphs).toContain('一、甲𠮷')
  expect(paragraphs).toContain('李䶮')
})
