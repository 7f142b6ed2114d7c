import type { Actor } from '../../../access/actor.ts'
import type { Filter } from '../../../http/pages/filters.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { dayOf, longDay, shortDay } from '../../../kernel/days.ts'
import { isOverdue, referralStateOf, referralTags } from '../decisions/index.ts'
import { decisionsPath } from '../decisions/paths.ts'
import { choicesOf } from '../mandates/index.ts'
import type { ReferralFilterState, ReferralsQuery } from './forms.ts'
import { referralPath, referralsPath } from './paths.ts'
import { type ReferralRow, readReferralList } from './queries.ts'

const stateNames: Record<Exclude<ReferralFilterState, 'alle'>, string> = {
  venter: 'Afventer svar',
  overskredet: 'Fristen er overskredet',
  godkendt: 'Godkendt',
  vilkaar: 'Godkendt på vilkår',
  afslaaet: 'Afslået',
  tilbage: 'Trukket tilbage',
}

/** The referrals that the person may see: those that wait first, unless told otherwise. */
export function referralsPage(actor: Actor, query: ReferralsQuery) {
  const { tilstand, organisation, organ, efter } = query
  const { rows, next } = readReferralList(actor, { state: tilstand, organisation, body: organ }, efter ?? null)
  const choices = choicesOf(actor.database)
  // The filter's empty choice is »Alle«; without a filter those that wait are shown.
  const state = tilstand === 'alle' ? '' : tilstand
  const nextHref = next ? withQuery(referralsPath, { tilstand: tilstand, organisation, organ, efter: next }) : null
  return {
    title: 'Forelæggelser',
    active: 'beslutninger',
    crumbs: [{ text: 'Beslutninger', href: decisionsPath }, { text: 'Forelæggelser' }],
    fields: [
      {
        name: 'tilstand',
        label: 'Status',
        kind: 'select',
        all: 'Alle',
        value: state,
        options: Object.entries(stateNames).map(([value, text]) => ({ value, text })),
      },
      {
        name: 'organ',
        label: 'Forelagt',
        kind: 'select',
        all: 'Alle',
        value: organ ?? '',
        options: choices.bodies.filter(({ kind }) => kind === 'DECIDING_BODY'),
      },
      {
        name: 'organisation',
        label: 'Organisation',
        kind: 'select',
        all: 'Alle',
        value: organisation ?? '',
        options: choices.organisations,
      },
    ] satisfies Filter[],
    caption: tilstand === 'alle' ? 'Alle forelæggelser' : `Forelæggelser: ${stateNames[tilstand].toLowerCase()}`,
    nothing: rows.length === 0 ? nothingFound(actor, query) : null,
    rows: rows.map(row => referralLine(actor, row)),
    nextHref,
  }
}

/** What stands where no referral does: only whoever has left some out is led to all. */
function nothingFound(actor: Actor, { tilstand, organisation, organ }: ReferralsQuery) {
  const any = readReferralList(actor, { state: 'alle', organisation: undefined, body: undefined }, null).rows.length > 0
  const text = 'En forelæggelse åbnes automatisk, når en beslutning tiltrædes med forbehold.'
  if (!any) return { title: 'Der er ingen forelæggelser endnu', text, action: null }
  const action = { text: 'Vis alle forelæggelser', href: `${referralsPath}?tilstand=` }
  return tilstand === 'venter' && !organisation && !organ
    ? { title: 'Ingen forelæggelser afventer svar', text, action }
    : { title: 'Ingen forelæggelser fundet', text: 'Vælg en anden status eller en anden organisation.', action }
}

function referralLine(actor: Actor, row: ReferralRow) {
  const state = referralStateOf(row)
  return {
    number: row.number,
    href: referralPath(row.number),
    decision: `Beslutning ${row.decision}: ${row.title}`,
    body: row.body,
    opened: shortDay(dayOf(row.openedAt)),
    due: shortDay(row.dueDay),
    answered: row.answeredOn ? `Behandlet den ${longDay(row.answeredOn)}` : '',
    state: referralTags[state],
    overdue: isOverdue({ dueDay: row.dueDay, state }, actor.today),
  }
}
