// How the three runtimes are built: the backend and its hosts (Node), the preload bridge (sandboxed, CJS), the screen.
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'

// Built in: of these a start would else read and run hundreds of files for the few functions that are used.
const BUILT_IN = ['zod', 'saxes', '@orama/stemmers', 'env-paths']

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: BUILT_IN },
      rollupOptions: {
        input: {
          index: 'electron/main/index.ts',
          host: 'electron/host/index.ts',
          cli: 'electron/host/cli/index.ts',
          worker: 'electron/core/jobs/worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      rollupOptions: {
        input: 'renderer/index.html',
        // Words are data: a file of their own, read beside the code.
        output: { codeSplitting: { groups: [{ name: 'words', test: /[\\/](locales|messages)[\\/]/ }] } },
      },
      // A third of the text to read at every start.
      minify: true,
      chunkSizeWarningLimit: 1000,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
    plugins: [react()],
  },
})
