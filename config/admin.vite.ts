/** Builds the staff page into `dist/admin`, served under `/admin/` by whoever serves the functions. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('../src/admin'),
  base: '/admin/',
  publicDir: false,
  plugins: [react()],
  resolve: { alias: { '@': at('../src') } },
  build: {
    outDir: at('../dist/admin'),
    emptyOutDir: true,
    target: 'es2022',
    // Pictures stay files: a picture inlined into a script is paid for by people who never see it.
    assetsInlineLimit: 2048,
    reportCompressedSize: false,
  },
  server: { proxy: { '/cloud': 'http://localhost:8080', '/files': 'http://localhost:8080' } },
})
