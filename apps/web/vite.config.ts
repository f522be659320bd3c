import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { budget } from './build/budget.js';

/** Where `vite` finds the api while developing; in production the api serves the built files itself. */
const api = process.env['PILOTAGE_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), budget({ initialScript: 200, initialStyle: 40, chunk: 60 })],
  resolve: {
    conditions: ['pilotage-source', ...defaultClientConditions],
    // Pages show the method as it is written there.
    alias: { '@docs': fileURLToPath(new URL('../../docs', import.meta.url)) },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': api, '/auth': api, '/imports': api },
  },
  build: {
    target: 'es2023',
    // Browsers that read es2023 preload modules by themselves.
    modulePreload: { polyfill: false },
    // An inlined asset is a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
});
