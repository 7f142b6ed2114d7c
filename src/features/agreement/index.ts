export * from './agreement-text.ts'
export * from './revision-rhythm.ts'
