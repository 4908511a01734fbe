import { expect, test } from 'vitest'
import { folderKind, readMounts } from '../../../src-main/installation/folder-kind.ts'

const kind = (path: string, mounts: Parameters<typeof folderKind>[1] = []) => folderKind(path, mounts)?.kind ?? '本机'
const name = (path: string) => folderKind(path, [])?.name

test('T35: a share of Windows is a network place, however it is written, and a mapped drive that leads to one', () => {
  expect(kind('\\\\fwq\\共享\\台账')).toBe('network')
  expect(kind('\\\\?\\UNC\\fwq\\共享\\台账')).toBe('network')
  expect(kind('//192.168.1.5/gx/台账')).toBe('network')
  expect(name('\\\\fwq\\共享\\台账')).toBe('fwq')
  expect(kind('\\\\?\\C:\\Users\\wang\\台账')).toBe('本机')
  expect(kind('C:\\Users\\wang\\AppData\\Roaming\\xuexuan')).toBe('本机')
  expect(kind('D:\\台账')).toBe('本机')
})

test('T35: on Linux the file system below the folder tells, the deepest and the last mount counting', () => {
  const mounts = readMounts(
    [
      '/dev/sda1 / ext4 rw 0 0',
      '//fwq/gx /mnt/gx cifs rw 0 0',
      'nas:/vol /data/nas nfs4 rw 0 0',
      'wang@nas:/ /home/wang/nas fuse.sshfs rw 0 0',
      '/dev/sdb1 /mnt/gx/本地 ext4 rw 0 0',
      'nas:/v /media/我的\\040盘 nfs rw 0 0',
      'nas:/old /mnt/a nfs rw 0 0',
      '/dev/sdc1 /mnt/a vfat rw 0 0',
      '',
    ].join('\n'),
  )
  const found = [
    '/home/wang/台账',
    '/mnt/gx/台账',
    '/mnt/gx2/台账',
    '/mnt/gx',
    '/data/nas/台账',
    '/home/wang/nas/台账',
    '/mnt/gx/本地/台账',
    '/media/我的 盘/台账',
    '/mnt/a/台账',
  ].map((path) => kind(path, mounts))
  expect(found).toEqual(['本机', 'network', '本机', 'network', 'network', 'network', '本机', 'network', '本机'])
})

test('T35: the folders of programs that carry files to a cloud are known by their names', () => {
  const places: Readonly<Record<string, string>> = {
    'C:\\Users\\wang\\OneDrive\\台账': 'OneDrive',
    'C:\\Users\\wang\\OneDrive - 云岭县总工会\\台账': 'OneDrive',
    '/Users/wang/Library/CloudStorage/OneDrive-Personal/台账': 'OneDrive',
    'D:\\我的坚果云\\台账': '坚果云',
    'C:\\Users\\wang\\Nutstore Files\\台账': '坚果云',
    'D:\\百度网盘同步空间\\台账': '百度网盘同步空间',
    'D:\\BaiduSyncdisk\\台账': '百度网盘同步空间',
    'D:\\WPS云盘\\台账': 'WPS云盘',
    'C:\\Users\\wang\\WPSDrive\\123456\\WPS云盘\\台账': 'WPS云盘',
    'C:\\Users\\wang\\Dropbox (单位)\\台账': 'Dropbox',
    'C:\\Users\\wang\\iCloudDrive\\台账': 'iCloud',
    '/Users/wang/Library/Mobile Documents/com~apple~CloudDocs/台账': 'iCloud',
    'C:\\Users\\wang\\SynologyDrive\\台账': 'Synology Drive',
    'G:\\我的云端硬盘\\台账': 'Google Drive',
  }
  expect(Object.fromEntries(Object.keys(places).map((path) => [path, name(path)]))).toEqual(places)
  for (const path of ['D:\\台账\\OneDriveBackup', 'D:\\坚果', '/home/wang/dropbox-old/台账'])
    expect(name(path)).toBe(undefined)
})
