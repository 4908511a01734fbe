/** A QR code (二维码) as a PNG. The only file that imports qr. */
import { crc32, deflateSync } from 'node:zlib'
import encodeQR from 'qr'

/** Pixels of a module: enough for an office printer at 22 mm. */
const scale = 4
/** Modules left white round the code, as ISO/IEC 18004 asks. */
const border = 4

/** Repairs up to 15 %. */
export function qrPicture(text: string): Uint8Array {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border, scale })
  const size = rows.length
  const stride = 1 + Math.ceil(size / 8)
  const pixels = Buffer.alloc(stride * size)
  for (const [y, row] of rows.entries())
    for (const [x, isDark] of row.entries()) {
      const at = y * stride + 1 + (x >> 3)
      if (!isDark) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7))
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header[8] = 1 // one bit a pixel, grey
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Length, name, data and the checksum of both. */
function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
