import { type FormState, formOf } from '../../../http/forms/forms.ts'
import type { PageFacts } from '../../../http/pages/answers.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { bodiesPath } from '../../ground/bodies/paths.ts'

/** Every component with what it may be given: for those who build pages, and for the tests of their look. */
export function componentsPage(): PageFacts & Record<string, unknown> {
  return {
    title: 'Komponenter',
    crumbs: [{ text: 'Komponenter' }],
    form: formOf({
      titel: 'Ny helhedsplan for Skovparken',
      belob: '150.000,00',
      dag: '2026-11-23',
      tekst: '- et punkt',
    }),
    wrong,
    conflicting,
    labels: { titel: 'Titel' },
    options: [
      { value: 'bolig', text: 'Boligorganisationerne' },
      { value: 'kommune', text: 'Kommunen' },
    ],
    tags: ['neutral', 'info', 'success', 'warning', 'danger'],
    tabs: [
      { text: 'Møde', href: '#moede', current: false },
      { text: 'Dagsorden', href: '#dagsorden', current: true },
      { text: 'Referat', href: '#referat', current: false },
    ],
    decisions: [
      {
        number: '2026/7',
        title: 'Fælles helhedsplan for Skovparken',
        href: '#2026-7',
        body: 'Fælles boligstrategisk gruppe',
        amount: '1.250.000,00 kr.',
        state: { text: 'Trådt i kraft', kind: 'success' },
        renewPath: '#forny',
      },
      {
        number: '2026/6',
        title: 'Tryghedsvandringer i Engen',
        closed: true,
        amount: '40.000,00 kr.',
        state: { text: 'Afventer forelæggelse', kind: 'warning' },
      },
    ],
    facts: [
      { term: 'Nummer', text: '2026/7' },
      { term: 'Organ', text: 'Fælles boligstrategisk gruppe', href: `${bodiesPath}/faelles-gruppe` },
    ],
    textHtml: renderMarkdown(
      'Sekretariaterne **indstiller**, at gruppen\n\n- tager orienteringen til efterretning\n- drøfter *næste skridt*',
    ),
  }
}

const wrong: FormState = {
  values: { grund: '', afsender: 'kommune', bekraeftet: '' },
  errors: {
    grund: 'Feltet »Begrundelse« skal udfyldes.',
    afsender: 'Vælg en afsender.',
    bekraeftet: 'Bekræft, at din beslutning er en anden end beslutning 2026/13.',
  },
}

const conflicting: FormState = {
  values: { titel: 'Helhedsplan for Skovparken' },
  errors: {},
  conflict: {
    current: { titel: 'Ny helhedsplan for Skovparken og Engen' },
    version: 4,
    message: 'En anden referent har gemt dette punkt, mens du skrev.',
  },
}
