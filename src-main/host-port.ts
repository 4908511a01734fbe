/**
 * What the core may ask of the shell around it (外壳): all of it optional, because a browser tab has no save dialog and
 * the command line no printer. The core imports nothing from Electron.
 */
export type HostPort = {
  readonly shell: 'electron' | 'browser' | 'cli'
  /** Asks where to save; undefined when the person changed her mind. Without it files are handed to the browser. */
  readonly pickSavePath?: (fileName: string) => Promise<string | undefined>
  /** The window's present page as PDF, on the paper that its CSS asks for. */
  readonly printPdf?: () => Promise<Uint8Array>
  readonly showInFolder?: (path: string) => Promise<void>
}
