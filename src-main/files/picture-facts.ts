/** What the readers of PNG and JPEG tell of a picture (图片属性). */

/** How the picture is stored and how it is to be looked at. */
export type PictureFile = {
  readonly type: 'image/png' | 'image/jpeg'
  /** Pixels as stored. */
  readonly width: number
  readonly height: number
  /** Mirrored left to right, then turned clockwise by so many quarters, it stands upright. */
  readonly turns: 0 | 1 | 2 | 3
  readonly isMirrored: boolean
}
