/** Builds the window and the desktop shell into out/: everything bundled but Electron and better-sqlite3. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const onlyBinaries = { include: ['better-sqlite3'] }

export default defineConfig({
  main: {
    build: {
      // The oldest Electron that the tests run in; a string, because electron-vite fails on an array.
      target: 'node20.18',
      externalizeDeps: onlyBinaries,
      rolldownOptions: {
        input: {
          main: resolve(root, 'src-main/shell-electron/main.ts'),
          'core-process': resolve(root, 'src-main/core-process.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: onlyBinaries,
      rolldownOptions: {
        input: { preload: resolve(root, 'src-main/shell-electron/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [react()],
    build: {
      // Office browsers lag behind; antd 6 and React 19 run from here on.
      target: 'chrome109',
      minify: true,
      // Loaded from the same disk: one file is quicker than many.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: resolve(root, 'src-renderer/index.html') },
    },
  },
})
