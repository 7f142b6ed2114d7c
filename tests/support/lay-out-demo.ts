import { demoFolder } from './templates.ts'

// A process of its own, begun by run-folder.ts: what it makes is what the first test to ask would make.
await demoFolder()
