import type { Actor } from '../../../../access/actor.ts'
import { shortMoment } from '../../../../kernel/days.ts'
import { readSavedMappings } from '../mapping/saved-mappings.ts'
import { forgetPath, importPath, mappingsPath } from '../paths.ts'
import { importCrumbs } from './steps-bar.ts'

/** The columns that are recognised when the next file comes. */
export function mappingsPage(actor: Actor) {
  return {
    title: 'Kendte overskrifter',
    active: 'indikatorer',
    crumbs: importCrumbs('Kendte overskrifter'),
    importPath,
    path: mappingsPath,
    rows: readSavedMappings(actor.database).map(({ id, sheet, headings, source, by, at }) => ({
      sheet: sheet === '' ? 'Tekstfil' : sheet,
      facts: [
        { term: 'Overskrifter', text: headings },
        { term: 'Kilde', text: source },
        { term: 'Sidst brugt', text: by === null ? shortMoment(at) : `${shortMoment(at)} af ${by}` },
      ],
      forget: forgetPath(id),
    })),
  }
}
