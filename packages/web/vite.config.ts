import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The API of a running `npm start`, for `vite dev`; the built app is served from the API's own origin. */
const api = process.env.PACTDESK_URL ?? 'http://localhost:8080'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // What changes seldom, apart from what changes daily: a new release reloads the app, not React.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // Without its styles: a sheet of their own would come before ours and turn the order of the layers round.
            { name: 'interface', test: /node_modules[\\/](@mantine[\\/](core|hooks)|@floating-ui)[\\/].*(?<!\.css)$/ },
            { name: 'schemas', test: /node_modules[\\/](zod|temporal-polyfill)[\\/]/ },
            {
              name: 'framework',
              test: /node_modules[\\/](@tanstack|i18next|react-i18next|oidc-client-ts|react-oidc-context)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api } },
})
