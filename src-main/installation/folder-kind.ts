/**
 * What kind of place a folder is in (数据文件夹在哪里). SQLite's locks do not hold on a network share, and a program that
 * carries files to a cloud copies ledger and log at different moments, or puts an older one over a newer.
 */

export type FolderKind = { readonly kind: 'network' | 'cloud'; readonly name: string }
export type Mount = { readonly path: string; readonly type: string }

const networkTypes: readonly RegExp[] = [
  /^(cifs|smb\w*|ncpfs|afs|coda|ceph|glusterfs|lustre|gpfs|beegfs|ocfs2|davfs\d?|afpfs|webdav)$/u,
  /^nfs\d?$/u,
  /^fuse\.(sshfs|davfs\d?|rclone|gvfsd-fuse|smbnetfs|curlftpfs|s3fs|glusterfs|ceph\S*|cifs|nfs)$/u,
]

/** Names of the folders that these programs make. */
const clouds: readonly (readonly [name: string, folder: RegExp])[] = [
  ['OneDrive', /^onedrive( - .+|-.+)?$/iu],
  ['坚果云', /^(我的)?坚果云$|^nutstore( files)?$/iu],
  ['百度网盘同步空间', /^百度网盘同步空间$|^baidusync(disk)?$|^baidunetdiskworkspace$/iu],
  ['WPS云盘', /^wps ?云(盘|文档)$|^wpsdrive$|^wps cloud files$/iu],
  ['阿里云盘', /^阿里云盘(同步空间)?$|^alidrive$/iu],
  ['天翼云盘', /^天翼云盘(同步盘)?$/u],
  ['腾讯微云', /^微云同步助手$|^weiyun(disk|sync)?$/iu],
  ['iCloud', /^icloud ?drive$|^com~apple~clouddocs$|^mobile documents$/iu],
  ['Dropbox', /^dropbox( \(.+\))?$/iu],
  ['Google Drive', /^google ?drive(-.+)?$|^我的云端硬盘$/iu],
  ['Synology Drive', /^synology ?drive$|^cloudstation$/iu],
  ['Nextcloud', /^(nextcloud|owncloud|seafile|同步盘)$/iu],
]

/**
 * null for a place on a disk of this computer.
 * @param path as `realPath` gives it, of any system
 * @param mounts of Linux; none elsewhere
 */
export function folderKind(path: string, mounts: readonly Mount[]): FolderKind | null {
  const share = /^(?:\\\\\?\\UNC\\|\\\\(?![?.]\\)|\/\/)([^\\/]+)/iu.exec(path)
  if (share) return { kind: 'network', name: share[1] ?? '' }
  const mount = mountOf(path, mounts)
  if (mount && networkTypes.some((type) => type.test(mount.type))) return { kind: 'network', name: mount.path }
  const folders = path.split(/[\\/]/u)
  const cloud = clouds.find(([, folder]) => folders.some((name) => folder.test(name)))
  return cloud ? { kind: 'cloud', name: cloud[0] } : null
}

/** The text of /proc/self/mounts, in which blanks stand as octal numbers. */
export function readMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, path, type] = line.split(' ')
    return path === undefined || type === undefined ? [] : [{ path: unescaped(path), type }]
  })
}

/** The last one that covers the path: a later mount hides an earlier one of the same place. */
function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  const covers = mounts.filter(({ path: at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`))
  return covers.reduce<Mount | undefined>(
    (deepest, mount) => (deepest && deepest.path.length > mount.path.length ? deepest : mount),
    undefined,
  )
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/gu, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
