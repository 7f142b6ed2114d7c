import { systemActor } from '../access/actor.ts'
import type { Database } from '../database/database.ts'
import { write } from '../database/write.ts'
import {
  type AgreementText,
  enterVersion,
  type Rhythm,
  type RhythmFacts,
  type SealedSignature,
} from '../features/agreement/agreement/index.ts'
import type { Instant } from '../kernel/days.ts'
import { slugOf } from '../kernel/text.ts'
import { clauses, signatures } from './content/agreement.ts'
import { agreementDay } from './parties.ts'

const rhythm: Rhythm = { firstYear: 2010, everyYears: 2, section: '7' }

/** The revisions that the demo's years had. */
export const agreementRhythm: RhythmFacts = {
  rhythms: [{ inForceFrom: agreementDay, rhythm }],
  recordedFrom: agreementDay,
}

/** The version of 2008 with its facts and our own summary of each clause; its words come by an import. */
export async function loadAgreement(database: Database, at: Instant): Promise<{ id: number }> {
  const { id } = await write(systemActor(database, at, 'Demo'), async tx => {
    const organisations = await tx.organisation.findMany({ select: { id: true, name: true } })
    const entered = await enterVersion(tx, at, {
      year: 2008,
      text: text(),
      date: { day: agreementDay, precision: 'MONTH' },
      inForceFrom: agreementDay,
      signatures: signatures.map(
        ({ side, name, signatory, title, administers = [] }): SealedSignature => ({
          side,
          organisationId: organisations.find(one => one.name === name)?.id ?? null,
          organisationName: name,
          signatory,
          title,
          administers,
          administersText: '',
          onBehalf: null,
          capacity: '',
          signedAt: null,
        }),
      ),
      roundId: null,
      enteredById: null,
      summaries: Object.fromEntries(clauses.map(({ heading, summary }) => [slugOf(heading), summary])),
      summaryOnly: true,
      rhythm,
    })
    return { result: entered, events: entered.events }
  })
  return { id }
}

const text = (): AgreementText => ({
  title: ['Aftale', 'om etablering og drift af', 'boligstrategisk samarbejde i Odense'],
  parties: 'Odense Kommune og boligorganisationer i Odense',
  dateText: 'September 2008',
  sections: clauses.map(({ number, heading, summary }) => ({ key: slugOf(heading), number, heading, body: summary })),
  appendices: [
    {
      heading: 'Organisationsoversigt for det boligstrategiske samarbejde, juni 2008',
      dateText: 'juni 2008',
      body: '',
    },
  ],
})
