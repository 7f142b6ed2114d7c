import { testApp } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'
import type { Town } from './town.ts'

const signers = [
  'domhusgaarden',
  'arbejdernes-boligforening',
  'boligkontoret-danmark',
  'hoejstrup',
  'kristiansdal',
  'fab',
  'kollegieboligselskabet',
  'odense-andelsboligforening',
  'borgmesterforvaltningen',
  'by-og-kulturforvaltningen',
  'boern-og-ungeforvaltningen',
  'social-og-arbejdsmarkedsforvaltningen',
  'aeldre-og-handicapforvaltningen',
]

/** The demo's parties: those of the agreement that the portal's rules come from. */
export const odense: Town = {
  name: 'Odense',
  open: now => testApp({ now }),
  cooperation: givenCooperation,
  emailOf: key => `${key}@demo.example`,
  password: 'boligstrategi-demo',
  people: {
    housingSecretary: 'sekretariat.bolig',
    municipalSecretary: 'sekretariat.kommune',
    chair: 'formand',
    member: 'medlem.hoejstrup',
    strategyGroups: ['strategi.bolig', 'strategi.kommune'],
    reader: 'laeser',
  },
  housing: { slug: 'hoejstrup', name: 'Boligforeningen Højstrup' },
  municipality: { slug: 'odense-kommune', name: 'Odense Kommune' },
  revision: {
    year: 2026,
    proposals: [
      {
        by: 'medlem.fab',
        clause: '§ 6. Organisationen',
        kind: 'Erstat tekst',
        words: 'de under 4 nævnte opgaver..',
        text: 'de i § 5 nævnte opgaver.',
      },
      {
        by: 'medlem.hoejstrup',
        clause: '§ 6. Organisationen',
        kind: 'Erstat tekst',
        words: 'under 4 nævnte',
        text: 'fælles',
      },
      {
        by: 'medlem.kristiansdal',
        clause: '§ 4. Formålet',
        kind: 'Tilføj tekst',
        words: 'fælles vilje',
        text: '- fælles handling',
      },
      {
        by: 'medlem.bykultur',
        clause: '§ 3. Baggrunden',
        kind: 'Slet tekst',
        words: ', der var der i forvejen',
        text: '',
      },
    ],
    signers: signers.map(slug => ({ slug, key: `underskriver.${slug}` })),
    lastToSign: 'Ældre- og Handicapforvaltningen',
  },
}
