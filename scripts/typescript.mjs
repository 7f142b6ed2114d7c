// node --import of this file lets Node run the sources as they are: what reads files in a process of its own does so
// in the tests, where nothing is built.
import { register } from 'node:module'

register('./typescript-hooks.mjs', import.meta.url)
