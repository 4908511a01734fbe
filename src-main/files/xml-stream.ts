/** XML of foreign files (外来 XML) read as a stream of tags and texts, for what is too large to be held as a tree. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Problem } from '../../src-shared/problems.ts'

export type XmlAttributes = Readonly<Record<string, string>>
export type XmlHandlers = {
  /** Names as written, with the prefix of the file. */
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly close: (name: string) => void
  /** Text between two tags may come in several pieces. */
  readonly text: (text: string) => void
}
export type XmlReader = {
  /** @throws Problem FILE_UNREADABLE: not well-formed, not text, a DOCTYPE (nothing is ever expanded), too deep */
  readonly write: (bytes: Uint8Array) => void
  /** @throws Problem FILE_UNREADABLE when the document is not complete */
  readonly end: () => void
}

const deepest = 100
/** Bytes without a tag: no cell holds more than 32,767 characters. */
const longestText = 4_000_000

/** Reads one document; its bytes are written as they come. */
export function readXmlStream(handlers: XmlHandlers): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let decoder: ReturnType<typeof decoderFor> | undefined
  let depth = 0
  let sinceTag = 0
  parser.on('doctype', () => {
    throw damaged()
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1
    sinceTag = 0
    if (depth > deepest) throw damaged()
    handlers.open(name, attributes)
  })
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    depth -= 1
    handlers.close(name)
  })
  parser.on('text', handlers.text)
  parser.on('cdata', handlers.text)
  return {
    write(bytes) {
      sinceTag += bytes.length
      if (sinceTag > longestText) throw damaged()
      decoder ??= decoderFor(bytes)
      try {
        parser.write(decoder.decode(bytes, { stream: true }))
      } catch (error) {
        throw error instanceof Problem ? error : damaged(error)
      }
    },
    end() {
      try {
        parser.write(decoder?.decode() ?? '').close()
      } catch (error) {
        throw error instanceof Problem ? error : damaged(error)
      }
    },
  }
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** UTF-8 or, with its mark, UTF-16. */
function decoderFor(bytes: Uint8Array) {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true })
}

function damaged(cause?: unknown): Problem {
  return new Problem(
    'FILE_UNREADABLE',
    '这个工作簿已损坏或内容不全，请用Excel或WPS打开，另存为新的.xlsx文件后再导入。',
    { cause },
  )
}
