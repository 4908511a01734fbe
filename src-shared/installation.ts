/** What the person should know of this installation (本机提示). Plain data. */

export type InstallationNotice = {
  readonly sentence: string
  /** Goes for good when it has been read; one that lasts as long as its cause cannot be closed. */
  readonly canClose: boolean
}
