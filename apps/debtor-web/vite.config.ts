import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The debtor pages are rendered on the server only: one self-contained CommonJS file that the api loads.
 * The browser gets HTML with its style inside, no React (docs: faces.md finding 1).
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/render.tsx',
    outDir: process.env['DEBTOR_WEB_OUT'] ?? '../../dist/debtor-web',
    emptyOutDir: true,
    minify: false,
    cssMinify: true,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'render.cjs', codeSplitting: false } },
  },
});
