/** What a global `File` is to us; the shared part is compiled without DOM and Node types. */
export type DeliveredFile = {
  readonly name: string
  readonly type: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** How a finished file reaches the person: saved where she chose, handed to the browser, or not at all. */
export type Delivery =
  | { readonly state: 'saved'; readonly path: string }
  | { readonly state: 'download'; readonly file: DeliveredFile }
  | { readonly state: 'cancelled' }

/** A file of a set that is on its way out or there. */
export type WrittenFile = {
  readonly name: string
  /** Empty for what the browser takes. */
  readonly path: string
  readonly bytes: number
  /** Hex, of what was read back from the disk. */
  readonly sha256: string
}

/** How several files that belong together reached the person. */
export type SetDelivery =
  | { readonly state: 'saved'; readonly folder: string; readonly files: readonly WrittenFile[] }
  | {
      readonly state: 'download'
      readonly downloads: readonly DeliveredFile[]
      readonly files: readonly WrittenFile[]
    }
  | { readonly state: 'cancelled' }

/** What the shell around the core can do; the window hides the rest. */
export type ShellAbilities = {
  readonly shell: 'electron' | 'browser' | 'cli'
  readonly canPickSavePath: boolean
  readonly canPickFolder: boolean
  readonly canPrintPdf: boolean
  readonly canShowInFolder: boolean
}
