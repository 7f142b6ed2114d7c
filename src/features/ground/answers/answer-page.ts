import type { Actor } from '../../../access/actor.ts'
import { answersAs } from '../../../access/represented.ts'
import type { AnswerSource, AskedThing } from '../../../http/answer-source.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { plural } from '../../../kernel/text.ts'
import { foundOrganisation, readAdministrationsOn } from '../parties/index.ts'
import { organisationPath, partiesPath } from '../parties/paths.ts'
import { answersPath } from './paths.ts'

/** All that an organisation owes an answer to, whoever asks it, with last time's answers offered row by row. */
export async function answerPage(actor: Actor, sources: readonly AnswerSource[], slug: string, form?: FormState) {
  const found = foundOrganisation(actor.database, slug)
  const things: AskedThing[] = []
  for (const source of sources) things.push(...(await source.asked(actor, found)))
  const administrators = readAdministrationsOn(actor.database, actor.today).filter(
    ({ associationId }) => associationId === found.id,
  )
  const as = answersAs(actor, { id: found.id, administrators: administrators.map(one => one.administratorId) })
  const missing = things.reduce((sum, thing) => sum + thing.missing, 0)
  return {
    title: `Svar fra ${found.name}`,
    active: 'parter',
    crumbs: [
      { text: 'Parter', href: partiesPath },
      { text: found.name, href: organisationPath(slug) },
      { text: 'Svar' },
    ],
    heading: `Svar fra ${found.name}`,
    lead: leadOf(missing),
    asAdministrator:
      typeof as === 'number'
        ? `Du svarer for ${found.name} som administrator. Det fremgår af svaret. Foreningen kan selv svare i stedet.`
        : null,
    action: answersPath(slug),
    back: organisationPath(slug),
    form: form ?? formOf({ answers: Object.fromEntries(things.flatMap(({ rows }) => rows.map(valuesOf))) }),
    things,
    contents: things.length > 1 ? things.map(contentsRow) : [],
  }
}

const leadOf = (missing: number): string =>
  missing === 0
    ? 'Alt er besvaret. Ret et svar, hvis noget har ændret sig. Det tidligere svar bevares.'
    : `${plural(missing, 'punkt', 'punkter')} mangler svar. Vælg et svar ved de punkter, du er nået til, og gem. Svarene fra sidst er hentet frem: Vælg det samme for at bekræfte det.`

const valuesOf = ({ name, values }: AskedThing['rows'][number]) => [name, values] as const

const contentsRow = ({ anchor, heading, why, deadline, tag, missing }: AskedThing) => ({
  heading,
  href: `#${anchor}`,
  why,
  deadline,
  tag,
  missing: missing === 0 ? 'Ingen' : String(missing),
})
