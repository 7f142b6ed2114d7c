import { actorOf } from '../../src/access/actor.ts'
import { instant } from '../../src/kernel/days.ts'
import { testApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'
import { lundeBegun, lundeFolder, lundePassword } from './lunde-folder.ts'
import { lundeEmail } from './lunde-people.ts'
import type { Town } from './town.ts'

/** The three whom the setup makes have addresses of their own. */
const first: Record<string, string> = { ida: 'ida@lundebo.example', bo: 'bo@lunde.example', per: 'per@lunde.example' }
const emailOf = (key: string): string => first[key] ?? lundeEmail(key)

/** An invented town: four departments, three housing organisations, five associations, revised every fourth year. */
export const lundeTown: Town = {
  name: 'Lunde',
  open: async now => testApp({ now, from: await lundeFolder(), demo: false }),
  emailOf,
  password: lundePassword,
  cooperation: db => {
    const idOf = (sql: string, key: string): number => {
      const [row] = db.sql.asStored<{ id: number }>(sql, key)
      if (!row) throw new Error(`Lunde has no »${key}«.`)
      return row.id
    }
    const person = (key: string) => idOf('SELECT personId AS id FROM Account WHERE email = ?', emailOf(key))
    return {
      organisation: slug => idOf('SELECT id FROM Organisation WHERE slug = ?', slug),
      body: slug => idOf('SELECT id FROM Body WHERE slug = ?', slug),
      person,
      actor: (key, at) => actorOf(db, person(key), instant(at ?? lundeBegun)),
    } satisfies Cooperation
  },
  people: {
    housingSecretary: 'ida',
    municipalSecretary: 'bo',
    chair: 'karen',
    member: 'ole',
    strategyGroups: ['karen', 'mette'],
    reader: 'eva',
  },
  housing: { slug: 'vestbo', name: 'Vestbo' },
  municipality: { slug: 'lunde-kommune', name: 'Lunde Kommune' },
  revision: {
    year: 2030,
    proposals: [
      {
        by: 'ole',
        clause: '§ 4. Organisation',
        kind: 'Erstat tekst',
        words: 'de under 9 nævnte opgaver..',
        text: 'de i § 5 nævnte opgaver.',
      },
      { by: 'karen', clause: '§ 4. Organisation', kind: 'Erstat tekst', words: 'under 9 nævnte', text: 'fælles' },
      { by: 'tina', clause: '§ 2. Formål', kind: 'Tilføj tekst', words: 'fælles vilje', text: '- fælles handling' },
      { by: 'jens', clause: '§ 3. Grundlag', kind: 'Slet tekst', words: ', der var der i forvejen', text: '' },
    ],
    signers: [
      { slug: 'lunde-boligforening', key: 'karen' },
      { slug: 'vestbo', key: 'ole' },
      { slug: 'advokaterne-ved-broen', key: 'tina' },
      { slug: 'social-og-sundhed', key: 'mette' },
      { slug: 'teknik-og-by', key: 'jens' },
      { slug: 'boern-og-unge', key: 'sara' },
      { slug: 'borgmesterens-afdeling', key: 'lis' },
    ],
    lastToSign: 'Borgmesterens Afdeling',
  },
}
