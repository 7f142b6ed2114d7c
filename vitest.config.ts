import { configDefaults, defineConfig } from 'vitest/config'

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
    testTimeout: deep ? 600_000 : 15_000,
    hookTimeout: 120_000, // the first to need it lays out the demo or starts the browser, and others wait for it
    globalSetup: ['tests/support/run-folder.ts'],
    env: { NODE_ENV: 'test', TZ: 'America/New_York' }, // days are Copenhagen's wherever the server stands
  },
})
