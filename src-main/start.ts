/** Starts the app (启动): in its first form, builds and opens the browser shell. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
spawnSync('electron-vite', ['build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit', shell: true })
process.argv = process.argv.filter((argument) => argument !== '--browser')
spawnSync(process.execPath, [join(root, 'src-main/shell-browser/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
