import type { Actor } from '../../../../access/actor.ts'
import { type Cooperation, cooperationOf } from '../../../../access/cooperation.ts'
import { mayDo, policy } from '../../../../access/policy.ts'
import type { Asking, Feature } from '../../../../http/feature.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { type Day, longDay, shortDay, writtenDay } from '../../../../kernel/days.ts'
import { dayBefore, hasEnded, isOn, periodText } from '../../../../kernel/periods.ts'
import { bodyInSentence, capitalised, compareDanish } from '../../../../kernel/text.ts'
import { addendumPath } from '../../../agreement/agreement/paths.ts'
import { decisionPath, decisionsPath } from '../../../decisions/decisions/paths.ts'
import { mandatePath, mandatesPath } from '../../../decisions/mandates/paths.ts'
import { answersPath } from '../../answers/paths.ts'
import { bodyPath } from '../../bodies/paths.ts'
import { conditionsOf } from '../conditions/condition-pages.ts'
import { authorisationNames, kindNames, seatRoleNames } from '../labels.ts'
import { organisationPath, partiesPath } from '../paths.ts'
import { namingText } from '../people/naming-text.ts'
import {
  type AdministrationLine,
  type AuthorisationLine,
  type MandateLine,
  type OrganisationInFull,
  readAdministrationsOf,
  readAdministrationsOn,
  readAuthorisations,
  readBindingDecisions,
  readDecidingBodies,
  readFormerNames,
  readMandatesOf,
  readPeople,
  readSeatsOf,
  type SeatLine,
} from '../queries.ts'
import { type AddendumLine, readAddenda, standingText } from './addenda.ts'
import { addendumSentence } from './addendum-rules.ts'
import { type FormerName, mayAdminister, nameOn } from './organisation-rules.ts'
import { sharedTexts } from './shared-texts.ts'

/** Everything about one organisation: who sits where for it, what it administers, what binds it, and what waits for it. */
export async function organisationPage(
  actor: Actor,
  found: OrganisationInFull,
  dag: Day | null,
  said: { features: readonly Feature[]; asking: Asking },
) {
  const db = actor.database
  const on = dag ?? actor.today
  const former = readFormerNames(db).filter(name => name.organisationId === found.id)
  const heading = nameOn(found.name, former, on)
  const seats = readSeatsOf(db, found.id, on)
  const mayManage = mayDo(actor, 'manageParty', { organisation: found })
  const path = organisationPath(found.slug)
  const external = found.kind === 'EXTERNAL'
  const named = external ? [] : readAuthorisations(db, found.id)
  const mayName = mayDo(actor, 'nameAuthorised', { organisation: found })
  const mayAnswer = answersFor(actor, found)
  return {
    title: heading,
    active: 'parter',
    crumbs: [{ text: 'Parter', href: partiesPath }, { text: heading }],
    eventsHref: ownEvents(actor, 'organisation', found.id),
    heading,
    path,
    day: on,
    shownDay: on === actor.today ? null : longDay(on),
    ended: endedText(found, on),
    about: found.about,
    facts: factsOf(found, readDecidingBodies(db, found.id), cooperationOf(db)),
    formerNames: former.map(formerLine),
    addenda: external ? [] : readAddenda(db, found.id).map(one => addendumLine(one, actor.today)),
    people: peopleOf(actor, found.id, on, seats, mayManage ? path : null),
    authorisations: external ? null : authorisationsOf(actor, found.slug, named, mayName ? path : null),
    administers: mayAdminister(found.kind) || found.kind === 'ASSOCIATION' ? administrationsOf(actor, found) : null,
    mandates: external
      ? null
      : readMandatesOf(actor, found.id, found.parentId).map(row => mandateLine(row, actor.today)),
    mandatesHref: `${mandatesPath}?organisation=${found.id}&dag=`,
    ownMandatesOnly: found.kind === 'ASSOCIATION',
    conditions: external ? null : conditionsOf(actor, found),
    decisions: external ? null : readBindingDecisions(actor, found.id).map(decisionLine),
    decisionsHref: `${decisionsPath}?organisation=${found.id}`,
    shared: await sharedTexts(actor, found, { ...said, mayAnswer }),
    actions: [
      ...(mayAnswer ? [{ href: answersPath(found.slug), text: 'Svar på spørgsmål' }] : []),
      ...(mayManage ? actionsOf(found, path) : []),
    ],
    mayManage,
    // Of one that has left nobody is added.
    mayAddPerson: !hasEnded(found, actor.today) && mayDo(actor, 'addPerson', { organisation: found }),
    mayName,
    // The municipality's keeper keeps its departments' too.
    noKeeper: external || found.kind === 'DEPARTMENT' ? null : noKeeperText(named, on),
    // Of one that has left, what it administered before.
    mayAdminister: mayManage && mayAdminister(found.kind),
  }
}

/** R4: that it joins or leaves is told where one looks for the organisation. */
const addendumLine = (addendum: AddendumLine, today: Day) => ({
  text: `${capitalised(addendumSentence[addendum.kind])}: tillæg ${addendum.number} til aftalen fra ${addendum.year}`,
  href: addendumPath(addendum.year, addendum.number),
  state: standingText(addendum, today),
})

function endedText(found: OrganisationInFull, on: Day): string | null {
  if (on < found.from) return 'Organisationen var ikke med i samarbejdet på den dag.'
  if (!hasEnded(found, on) || found.to === null) return null
  const successor = found.successorName ? ` Efterfølger: ${found.successorName}.` : ''
  return `Organisationen udtrådte den ${longDay(found.to)}.${successor}`
}

function factsOf(found: OrganisationInFull, deciding: { name: string; slug: string }[], cooperation: Cooperation) {
  const since = sinceText(found.from, cooperation)
  return [
    { term: 'Type', text: kindNames[found.kind] },
    {
      term: 'Part',
      text: found.side
        ? cooperation.sides[found.side]
        : 'Ingen af parterne. Organisationen deltager uden plads, mandat og underskrift.',
    },
    ...(found.parentName && found.parentSlug
      ? [{ term: 'Hører under', text: found.parentName, href: organisationPath(found.parentSlug) }]
      : []),
    { term: 'Med i samarbejdet', text: found.to ? `Fra ${since} til den ${longDay(found.to)}` : `Siden ${since}` },
    ...(found.successorName && found.successorSlug
      ? [{ term: 'Efterfølger', text: found.successorName, href: organisationPath(found.successorSlug) }]
      : []),
    ...deciding.map(body => ({ term: 'Besluttende organ', text: body.name, href: bodyPath(body.slug) })),
    ...(found.website ? [{ term: 'Hjemmeside', text: found.website, href: found.website }] : []),
  ]
}

/** »siden september 2008« of those who were there from the first day, where the agreement names no day of it (R3). */
function sinceText(from: Day, { firstDay, firstDayPrecision }: Cooperation): string {
  return from === firstDay && firstDayPrecision !== 'DAY' ? writtenDay(from, firstDayPrecision) : `den ${longDay(from)}`
}

const formerLine = ({ name, from, to }: FormerName) => ({ name, period: periodText({ from, to }) })

function peopleOf(actor: Actor, organisationId: number, on: Day, seats: SeatLine[], path: string | null) {
  return readPeople(actor.database, organisationId, on)
    .sort((one, other) => compareDanish(one.name, other.name))
    .map(person => ({
      name: person.name,
      title: person.title ?? '',
      email: person.email,
      phone: person.phone ?? '',
      leaves: person.endedOn ? `Fratræder den ${longDay(person.endedOn)}` : null,
      seats: seats
        .filter(seat => seat.personId === person.id)
        .map(seat => ({
          href: bodyPath(seat.bodySlug),
          text: `${seatRoleNames[seat.role]}, ${bodyInSentence(seat.bodyName)}`,
        })),
      editPath: path ? `${path}/personer/${person.id}` : null,
    }))
}

function authorisationsOf(actor: Actor, slug: string, named: readonly AuthorisationLine[], path: string | null) {
  const documentHref = (id: number) => `${organisationPath(slug)}/bemyndigelser/${id}/bilag`
  return named.map(line => ({
    kind: authorisationNames[line.kind],
    person: line.title ? `${line.personName}, ${line.title}` : line.personName,
    period: periodText(line),
    ended: hasEnded(line, actor.today),
    source: namingText(line),
    document: line.documentName ? { name: line.documentName, href: documentHref(line.id) } : null,
    endPath: path && line.to === null ? `${path}/bemyndigelser/${line.id}/afslut` : null,
    correctPath: path && `${path}/bemyndigelser/${line.id}/ret`,
  }))
}

/** Without a keeper no mandate can be registered and no referral answered: who can change that. */
function noKeeperText(lines: readonly AuthorisationLine[], on: Day): string | null {
  if (lines.some(line => line.kind === 'MANDATE_KEEPER' && isOn(line, on))) return null
  return `Organisationen har ingen mandatansvarlig. Uden en mandatansvarlig kan dens mandater og dens svar på forelæggelser ikke registreres. Den kan udpeges af ${policy.nameAuthorised.who}.`
}

function administrationsOf(actor: Actor, found: OrganisationInFull) {
  const rows = readAdministrationsOf(actor.database, found.id)
  const line = (row: AdministrationLine) => ({
    href: organisationPath(row.otherSlug),
    name: row.otherName,
    period: periodText(row),
    endPath:
      row.to === null && row.administratorId === found.id && mayDo(actor, 'manageParty', { organisation: found })
        ? `${organisationPath(found.slug)}/administration/${row.id}/afslut`
        : null,
    correctPath:
      row.administratorId === found.id && mayDo(actor, 'manageParty', { organisation: found })
        ? `${organisationPath(found.slug)}/administration/${row.id}/ret`
        : null,
  })
  const asAdministrator = found.kind !== 'ASSOCIATION'
  return {
    heading: asAdministrator ? 'Administrerer' : 'Administreres af',
    none: asAdministrator ? 'Organisationen administrerer ingen foreninger.' : 'Foreningen har ingen administrator.',
    now: rows.filter(row => !hasEnded(row, actor.today)).map(line),
    before: rows.filter(row => hasEnded(row, actor.today)).map(line),
  }
}

function mandateLine(row: MandateLine, today: Day) {
  const [text, kind] = mandateState(row, today)
  return {
    href: mandatePath(row.id),
    number: row.number,
    title: row.title,
    period: periodText({ from: row.from, to: lastDayOf(row) }),
    state: { text, kind },
  }
}

/** Its own last day, or the day before another took its place. */
const lastDayOf = ({ to, supersededFrom }: MandateLine): Day | null =>
  supersededFrom === null || (to !== null && to < supersededFrom) ? to : dayBefore(supersededFrom)

function mandateState(row: MandateLine, today: Day): [text: string, kind: string] {
  if (row.revokedFrom !== null && row.revokedFrom <= today) return ['Tilbagekaldt', 'danger']
  if (row.activatedAt === null) return ['Kladde', 'warning']
  if (row.supersededFrom !== null && row.supersededFrom <= today) return ['Afløst', 'neutral']
  if (hasEnded(row, today)) return ['Udløbet', 'neutral']
  return isOn(row, today) ? ['Gældende', 'success'] : ['Kommende', 'info']
}

const decisionLine = ({ number, title, decidedOn }: { number: string; title: string; decidedOn: Day }) => ({
  href: decisionPath(number),
  number,
  title,
  day: shortDay(decidedOn),
})

/** Whether somebody answers what the organisation is asked: its own people, and its administrator's. */
function answersFor(actor: Actor, found: OrganisationInFull): boolean {
  const administrators =
    found.kind === 'ASSOCIATION'
      ? readAdministrationsOn(actor.database, actor.today).filter(({ associationId }) => associationId === found.id)
      : []
  const subject = { organisation: found, administrators: administrators.map(one => one.administratorId) }
  return found.kind !== 'EXTERNAL' && mayDo(actor, 'answerForOrganisation', subject)
}

function actionsOf(found: OrganisationInFull, path: string) {
  const correct = [
    { href: `${path}/ret`, text: 'Ret oplysninger' },
    { href: `${path}/rettelse`, text: 'Ret registreringen' },
    { href: `${path}/tidligere-navn`, text: 'Registrér et tidligere navn' },
  ]
  if (found.to !== null) return correct
  return [
    ...correct,
    { href: `${path}/navn`, text: 'Registrér nyt navn' },
    { href: `${path}/udtraeden`, text: 'Registrér udtræden' },
  ]
}
