import { expect, test } from 'vitest'
import { type BeginningFacts, gettingStarted } from '../../src/features/reading/overview/getting-started-rules.ts'

const none = { count: 0, first: null }
const ready: BeginningFacts = {
  contact: true,
  joint: {
    slug: 'faelles-gruppe',
    chairs: 1,
    members: { HOUSING: 2, MUNICIPALITY: 3 },
    quorum: { HOUSING: 2, MUNICIPALITY: 3 },
  },
  groups: {
    HOUSING: { slug: 'strategigruppe-bolig', people: 2, chairs: 1 },
    MUNICIPALITY: { slug: 'strategigruppe-kommune', people: 2, chairs: 1 },
  },
  withoutKeeper: { HOUSING: none, MUNICIPALITY: none },
  withoutSignatory: { HOUSING: none, MUNICIPALITY: none },
  mandates: 1,
  withoutAccount: 0,
  plannedMeeting: null,
}
const secretary = { secretariat: 'HOUSING', administrator: false } as const
const linesOf = (facts: Partial<BeginningFacts>, person: Parameters<typeof gettingStarted>[1] = secretary) =>
  gettingStarted({ ...ready, ...facts }, person).map(({ text }) => text)

test('of what is ready only the first meeting is left', () => {
  expect(linesOf({})).toEqual(['Opret det første møde i fælles boligstrategisk gruppe'])
  expect(gettingStarted({ ...ready, plannedMeeting: 7 }, secretary)).toEqual([
    { text: 'Indkald til det første møde i fælles boligstrategisk gruppe', href: '/moeder/7' },
  ])
})

test('a secretariat is told what its own side lacks, in order', () => {
  const lines = linesOf({
    contact: false,
    joint: { ...ready.joint, chairs: 0, members: { HOUSING: 1, MUNICIPALITY: 0 } },
    groups: { ...ready.groups, HOUSING: { slug: 'strategigruppe-bolig', people: 0, chairs: 0 } },
    withoutKeeper: { HOUSING: { count: 1, first: 'vestbo' }, MUNICIPALITY: { count: 1, first: 'lunde' } },
    withoutSignatory: { HOUSING: { count: 2, first: 'vestbo' }, MUNICIPALITY: none },
    mandates: 0,
  })
  expect(lines).toEqual([
    'Angiv, hvem brugerne kan spørge om hjælp',
    'Udpeg medlemmer til din parts strategigruppe',
    'Udpeg en formand for fælles boligstrategisk gruppe',
    'Udpeg 1 medlem mere fra din part, så fælles boligstrategisk gruppe kan blive beslutningsdygtig',
    'Udpeg en mandatansvarlig: 1 organisation mangler en',
    'Udpeg en underskriftsberettiget: 2 organisationer mangler en',
    'Bed de mandatansvarlige om at registrere deres organisationers mandater',
    'Opret det første møde i fælles boligstrategisk gruppe',
  ])
})

test('the administrator is told who cannot sign in, and nothing that only others can do', () => {
  const administrator = { secretariat: null, administrator: true }
  expect(linesOf({ mandates: 0 }, administrator)).toEqual([])
  expect(linesOf({ withoutAccount: 2 }, administrator)).toEqual([
    'Opret konti til de 2 personer, der har en plads eller en bemyndigelse og ikke kan logge ind',
  ])
})
