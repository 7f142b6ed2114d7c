import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import './scripts/typescript.mjs'

// The look at every page takes minutes: npm run test:deep, or by its name.
const deep = process.env.DEEP === '1'
const looks = deep || process.argv.some(word => word.includes('look'))

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: looks ? configDefaults.exclude : [...configDefaults.exclude, 'tests/look/**'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2, // browsers take a core each
    // Node runs the sources as production does: Vite's own runner makes half again as slow every call from one module to
    // another, and a third process to share two cores with.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    execArgv: ['--import', join(import.meta.dirname, 'scripts/typescript.mjs')],
    testTimeout: deep ? 600_000 : 45_000, // a busy machine is not a fault
    hookTimeout: 120_000, // the first to need it lays out the demo or starts the browser, and others wait for it
    globalSetup: ['scripts/bundle-editor.mjs', 'tests/support/run-folder.ts'],
    env: { NODE_ENV: 'test', TZ: 'America/New_York' }, // days are Copenhagen's wherever the server stands
  },
})
