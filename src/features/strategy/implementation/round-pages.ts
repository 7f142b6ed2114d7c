import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { rowReader } from '../../../database/reader.ts'
import { formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { addDays, shortDay } from '../../../kernel/days.ts'
import { isPast } from '../../../kernel/last-day.ts'
import { listDanish, plural } from '../../../kernel/text.ts'
import { strategiesPath } from '../strategies/paths.ts'
import { halfBefore, halfKey, halfText, halfYearOf } from './half-year.ts'
import { halfOf } from './load-open.ts'
import { askImplementationPath, implementationPath, roundPath } from './paths.ts'
import { readRounds } from './queries.ts'
import { strategiesInForce } from './strategies-in-force.ts'

/** The half-years that have been asked about, the latest first. */
export function roundsPage(actor: Actor) {
  const mayAsk = mayDo(actor, 'prepareTexts')
  return {
    title: 'Gennemførelse af strategierne',
    active: 'strategier',
    crumbs: [{ text: 'Fælles strategier', href: strategiesPath }, { text: 'Gennemførelse' }],
    heading: 'Hvor langt er organisationerne?',
    askHref: mayAsk ? askImplementationPath : null,
    rows: readRounds(actor.database).map(row => {
      const missing = row.asked - row.answered
      return {
        half: halfOf(row),
        href: roundPath(halfKey({ year: row.year, half: row.half === 1 ? 1 : 2 })),
        strategies: plural(row.strategies, 'strategi', 'strategier'),
        deadline: shortDay(row.deadline),
        answered: `${row.answered} af ${plural(row.asked, 'organisation', 'organisationer')}`,
        tag:
          missing === 0
            ? { text: 'Alle har svaret', kind: 'success' }
            : isPast(row.deadline, actor.today)
              ? { text: `${missing} mangler`, kind: 'danger' }
              : { text: `${missing} mangler`, kind: 'warning' },
      }
    }),
    emptyText: mayAsk
      ? 'Åbn en runde, når en strategi gælder. Så svarer hver organisation på, hvor langt den er med hvert mål.'
      : 'Når sekretariaterne åbner en runde, svarer hver organisation på, hvor langt den er med hvert mål.',
  }
}

/** Days that organisations are given where the secretariats choose no other. */
const usualDays = 28

/** Where the secretariats open a half-year's round. */
export async function askPage(actor: Actor, form?: FormState) {
  const strategies = await strategiesInForce(rowReader(actor.database), actor.today)
  const now = halfYearOf(actor.today)
  return formPage({
    title: 'Spørg om gennemførelsen',
    active: 'strategier',
    crumbs: [
      { text: 'Fælles strategier', href: strategiesPath },
      { text: 'Gennemførelse', href: implementationPath },
      { text: 'Ny runde' },
    ],
    heading: 'Spørg organisationerne, hvor langt de er',
    lead:
      strategies.length === 0
        ? 'Ingen strategi gælder for alle parter endnu.'
        : `Hver organisation svarer på hvert mål i ${listDanish(strategies.map(({ title, version }) => `»${title}«, version ${version}`))}. Svarene fra sidste runde er hentet frem. En runde, der er åbnet tidligere, kan ikke længere besvares.`,
    action: askImplementationPath,
    submit: 'Åbn runden',
    back: implementationPath,
    fields: [
      {
        kind: 'select',
        name: 'half',
        label: 'Halvår',
        required: true,
        options: [now, halfBefore(now)].map(half => ({ value: halfKey(half), text: halfText(half) })),
      },
      {
        kind: 'date',
        name: 'deadline',
        label: 'Frist',
        required: true,
        hint: 'Den sidste dag, der kan svares rettidigt.',
      },
    ],
    form: form ?? formOf({ half: halfKey(now), deadline: addDays(actor.today, usualDays) }),
  })
}
