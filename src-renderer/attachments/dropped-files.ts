/** Files that were dragged or pasted in (拖入、粘贴): folders are opened, with all that lies in them. */

/** A file and its path within what was chosen. */
export type ChosenFile = { readonly file: File; readonly path: string }

/** Of a drop; must be called before the event is over, for the browser then takes the list away. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return chosenFiles(transfer.files)
  return (await Promise.all(entries.map(filesIn))).flat()
}

/** Of a dialog for files or for a folder; what the system keeps for itself is left out. */
export function chosenFiles(files: FileList | readonly File[]): readonly ChosenFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter(isOurs)
}

/** Pictures in the clipboard have no name of their own. */
export function pastedFiles(transfer: DataTransfer): readonly ChosenFile[] {
  return [...transfer.files].map((file) => {
    const isNameless = /^image\.\w+$/.test(file.name)
    const named = isNameless ? new File([file], '粘贴的图片', { type: file.type }) : file
    return { file: named, path: named.name }
  })
}

async function filesIn(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }].filter(isOurs)
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const inner: FileSystemEntry[] = []
  // The browser hands out at most a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    inner.push(...some)
  }
  return (await Promise.all(inner.map(filesIn))).flat()
}

function isOurs({ file }: ChosenFile): boolean {
  return !/^(?:\.|Thumbs\.db$|desktop\.ini$)/i.test(file.name)
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
