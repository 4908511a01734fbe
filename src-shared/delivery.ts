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

/** What the shell around the core can do; the window hides the rest. */
export type ShellAbilities = {
  readonly shell: 'electron' | 'browser' | 'cli'
  readonly canPickSavePath: boolean
  readonly canPrintPdf: boolean
  readonly canShowInFolder: boolean
}
