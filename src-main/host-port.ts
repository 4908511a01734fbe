/**
 * What the core may ask of the shell around it (外壳): all of it optional, because a browser tab has no save dialog and
 * the command line no printer. The core imports nothing from Electron.
 */
export type HostPort = {
  readonly shell: 'electron' | 'browser' | 'cli'
  /** Asks where to save; undefined when the person changed her mind. Without it files are handed to the browser. */
  readonly pickSavePath?: (fileName: string) => Promise<string | undefined>
  /** Asks for a folder to write several files into, such as a stick; undefined when she changed her mind. */
  readonly pickFolder?: (title: string) => Promise<string | undefined>
  /** The window's present page as PDF, on the paper that its CSS asks for. */
  readonly printPdf?: () => Promise<Uint8Array>
  readonly showInFolder?: (path: string) => Promise<void>
  /** `text` as only this person's account of this computer can read it again; undefined when the system keeps no secrets. */
  readonly protectSecret?: (text: string) => Promise<string | undefined>
  /** The text; undefined when it was protected elsewhere. */
  readonly revealSecret?: (sealed: string) => Promise<string | undefined>
}

/** The questions of a `HostPort` that is answered by another process, each with one text. */
export type HostQuestion =
  | 'pickSavePath'
  | 'pickFolder'
  | 'printPdf'
  | 'showInFolder'
  | 'protectSecret'
  | 'revealSecret'

/** From the core's process to the shell that started it. */
export type CoreMessage =
  | { readonly kind: 'ready' }
  /** The core did not start, with the sentence for the person. */
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'ask'; readonly id: number; readonly question: HostQuestion; readonly text: string }

/** From the shell to the core's process. A `port` message carries the window's MessagePort. */
export type ShellMessage =
  | { readonly kind: 'port' }
  | { readonly kind: 'close' }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }
