import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { longDay } from '../../../../kernel/days.ts'
import { partiesPath } from '../../../ground/parties/paths.ts'
import { areaChoices } from '../../../ground/places/index.ts'
import type { MandatesQuery } from '../forms.ts'
import { kindNames, mandateStateNames } from '../labels.ts'
import { expiryNotice, mandateStateOn } from '../mandate-period.ts'
import { mandatePath, mandatesPath, renewalPath } from '../paths.ts'
import { anyMandate, type MandateRow, readMandates, subjectOf } from '../queries.ts'
import { choicesOf } from './choices.ts'
import { coversText, expiringText, isExpiring, periodText, remainingText } from './mandate-texts.ts'

const all = { value: '', text: 'Alle' }
const kindOptions = [all, ...Object.entries(kindNames).map(([value, text]) => ({ value, text }))]

const captions = { udloeber: `Mandater, der udløber inden for ${expiryNotice} dage`, kladder: 'Kladder uden protokol' }

export function mandatesPage(actor: Actor, query: MandatesQuery) {
  const { q, organisation, konsekvens, omraade, dag, vis } = query
  // A draft holds on no day, so a list of drafts is of none unless one is asked for.
  const on = vis === 'kladder' || dag === 'all' ? null : (dag ?? actor.today)
  const { rows, next } = readMandates(
    actor,
    {
      q,
      organisation,
      kind: konsekvens,
      area: omraade,
      inForceOn: on ?? undefined,
      expiringFrom: vis === 'udloeber' ? actor.today : undefined,
      drafts: vis === 'kladder',
    },
    query.efter ?? null,
  )
  const areas = areaChoices(actor.database, actor.today, omraade ? [omraade] : [])
  const kept = { q, organisation, konsekvens, omraade, vis }
  const day = dag === null ? {} : { dag: on ?? '' }
  const newPath = mayDo(actor, 'keepAnyMandate') ? `${mandatesPath}/nyt` : null
  const nextHref = next ? withQuery(mandatesPath, { ...kept, ...day, efter: next }) : null
  return {
    title: 'Mandater',
    active: 'mandater',
    crumbs: [{ text: 'Mandater' }],
    filters: {
      q: q ?? '',
      organisation: String(organisation ?? ''),
      organisations: [all, ...choicesOf(actor.database).organisations],
      kind: konsekvens ?? '',
      kinds: kindOptions,
      area: String(omraade ?? ''),
      areas: areas.length > 0 ? [all, ...areas] : [],
      day: on ?? '',
      vis: vis ?? '',
    },
    caption: vis ? captions[vis] : on ? `Mandater, der gælder den ${longDay(on)}` : 'Alle mandater',
    views: [
      { text: 'Gældende', href: mandatesPath, current: vis === undefined },
      {
        text: `Udløber inden for ${expiryNotice} dage`,
        href: `${mandatesPath}?vis=udloeber`,
        current: vis === 'udloeber',
      },
      { text: 'Kladder uden protokol', href: `${mandatesPath}?vis=kladder`, current: vis === 'kladder' },
    ],
    rows: rows.map(row => mandateLine(actor, row)),
    // An empty »dag« means every day; withQuery leaves empty values out.
    nextHref: nextHref && dag === 'all' ? `${nextHref}&dag=` : nextHref,
    newPath,
    nothing: rows.length === 0 ? nothingFound(actor, query, newPath) : null,
  }
}

const inView = {
  udloeber: `Ingen mandater udløber inden for ${expiryNotice} dage`,
  kladder: 'Der er ingen kladder uden protokol',
}

/** What stands where no mandate does: only whoever searched is told to search otherwise. */
function nothingFound(actor: Actor, query: MandatesQuery, newPath: string | null) {
  const { q, organisation, konsekvens, omraade, dag, vis } = query
  if (!anyMandate(actor))
    return {
      title: 'Der er ingen mandater endnu',
      text: 'Et mandat registreres af organisationens mandatansvarlige, når dens besluttende organ har givet det.',
      action: newPath ? { text: 'Registrér mandat', href: newPath } : { text: 'Se parterne', href: partiesPath },
    }
  const action = { text: 'Vis alle mandater', href: `${mandatesPath}?dag=` }
  if (q || organisation || konsekvens || omraade || dag !== null)
    return { title: 'Ingen mandater fundet', text: 'Prøv en anden dag eller en anden organisation.', action }
  return { title: vis ? inView[vis] : 'Ingen mandater gælder i dag', text: '', action }
}

function mandateLine(actor: Actor, row: MandateRow) {
  const state = mandateStateNames[mandateStateOn(row, actor.today)]
  return {
    href: mandatePath(row.id),
    number: row.number,
    title: row.title,
    organisation: row.organisation,
    covers: coversText(row),
    period: periodText(row),
    remaining: remainingText(row),
    state,
    expiring: expiringText(row, actor.today),
    renewPath: isExpiring(row, actor.today) && keeps(actor, row) ? renewalPath(row.id) : null,
  }
}

const keeps = (actor: Actor, row: MandateRow): boolean => mayDo(actor, 'keepMandates', { organisation: subjectOf(row) })
