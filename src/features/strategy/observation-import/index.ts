/** The door of files of figures: what others may use. */

export { importObservationsCommand } from './import-command.ts'
