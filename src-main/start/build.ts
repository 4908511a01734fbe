/** Builds (构建) the window and the desktop shell into out/ when a source is newer than what is there. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const outputs = ['out/main/main.js', 'out/main/core-process.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const sources = ['src-main', 'src-renderer', 'src-shared', 'electron.vite.config.ts', 'package-lock.json']

/** False when the build failed; the lines said tell. */
export function buildIfNeeded(root: string, say: (line: string) => void): boolean {
  if (isBuilt(root)) return true
  say('程序文件有更新，正在构建，约需半分钟……')
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (status !== 0) say('构建没有成功，原因见上；请先执行 npm ci，再执行 npm start。')
  return status === 0
}

/** Whether every output is younger than every source. */
function isBuilt(root: string): boolean {
  const built = outputs.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...built) >= Math.max(...sources.map((path) => newest(join(root, path))))
}

/** The last change at or below a path; a folder's own time tells of removed files. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
