import { type TestApp, testApp } from './app.ts'
import { demoFolder } from './templates.ts'

/** The portal with the demo cooperation in it. */
export const demoApp = async (): Promise<TestApp> => testApp({ from: await demoFolder() })
