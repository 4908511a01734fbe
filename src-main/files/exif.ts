/** The day of taking (拍摄日期) from the EXIF block of a picture; the only file that knows the EXIF reader. */
import readExif from 'exif-reader'
import { isDay } from '../../src-shared/fields.ts'

const head = new TextEncoder().encode('Exif\0\0')

/** @param tiff the block without its leading `Exif\0\0`; null when it names no day, or none that can be */
export function takenOn(tiff: Uint8Array): string | null {
  try {
    const { Photo } = readExif(Buffer.concat([head, tiff]))
    // The day of the camera's clock, which the reader hands over as if it were universal time.
    const moment = Photo?.DateTimeOriginal ?? Photo?.DateTimeDigitized
    const day = moment instanceof Date ? moment.toISOString().slice(0, 10) : ''
    return isDay(day) ? day : null
  } catch {
    // A camera's or a program's own idea of EXIF: the clerk names the day by hand.
    return null
  }
}
