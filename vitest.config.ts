import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2, // the whole suite stays under three minutes on two cores
    testTimeout: 15_000,
    hookTimeout: 60_000, // the first test of a run builds the migrated template and starts the browser
    globalSetup: [],
    env: { NODE_ENV: 'test', TZ: 'America/New_York' }, // days are Copenhagen's wherever the server stands
  },
})
