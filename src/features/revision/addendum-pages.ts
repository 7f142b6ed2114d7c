import type { Actor } from '../../access/actor.ts'
import { inSecretariat, mayDo } from '../../access/policy.ts'
import { formPage } from '../../http/form-page.ts'
import { type FormState, formOf } from '../../http/forms.ts'
import { type Day, dayOf, type Instant, longDay, longMoment } from '../../kernel/days.ts'
import { notFound } from '../../kernel/refusal.ts'
import { byAndWhen, capitalised, listDanish, sentence } from '../../kernel/text.ts'
import { yearsGoneOverTo } from '../agreement/index.ts'
import {
  type AddendumCapacity,
  type AddendumKind,
  addendumPath,
  addendumSentence,
  addendumStatus,
  capacityNames,
} from '../parties/index.ts'
import { consequencesOf } from './addendum-consequences.ts'

const crumbsTo = (year: number, last: string) => [
  { text: 'Samarbejdsaftalen', href: '/aftalen' },
  { text: `Aftalen fra ${year}`, href: `/aftalen/${year}` },
  { text: last },
]

/** The form of a new addendum: who joins or leaves, from when, in which words. */
export function newAddendumPage(actor: Actor, year: number, form: FormState = formOf()) {
  const organisations = actor.database.sql.all<{ id: number; name: string }>(
    `SELECT id, name FROM Organisation
     WHERE kind IN ('HOUSING_ORGANISATION', 'ADMINISTRATOR', 'DEPARTMENT') AND "from" <= ? AND ("to" IS NULL OR "to" >= ?)
     ORDER BY position, id`,
    actor.today,
    actor.today,
  )
  return {
    ...formPage({
      title: 'Nyt tillæg til aftalen',
      active: 'aftalen',
      crumbs: crumbsTo(year, 'Nyt tillæg'),
      heading: 'Nyt tillæg til aftalen',
      lead: 'En organisation kan tiltræde eller udtræde mellem to revisioner. Tillægget underskrives af organisationen og af begge sekretariater.',
      action: `/aftalen/${year}/tillaeg/nyt`,
      submit: 'Opret tillæg',
      back: `/aftalen/${year}`,
      fields: [
        {
          kind: 'select',
          name: 'kind',
          label: 'Tillægget handler om',
          required: true,
          options: [
            { value: 'ACCESSION', text: 'Organisationen tiltræder' },
            { value: 'WITHDRAWAL', text: 'Organisationen udtræder' },
          ],
        },
        {
          kind: 'select',
          name: 'organisationId',
          label: 'Organisation',
          required: true,
          hint: 'Er organisationen ny, så registrér den først under »Parter«.',
          options: organisations.map(({ id, name }) => ({ value: String(id), text: name })),
        },
        { kind: 'date', name: 'inForceFrom', label: 'Gælder fra', required: true },
        {
          kind: 'textarea',
          name: 'text',
          label: 'Tillæggets tekst',
          rows: 6,
          required: true,
          hint: 'Det er disse ord, der underskrives.',
        },
      ],
      form,
    }),
  }
}

interface AddendumRow {
  id: number
  number: number
  year: number
  kind: AddendumKind
  organisationId: number
  organisation: string
  slug: string
  text: string
  textHash: string
  inForceFrom: Day
  openedAt: Instant
  openedBy: string
  droppedAt: Instant | null
  droppedWhy: string | null
}

interface SignatureRow {
  capacity: AddendumCapacity
  signatory: string
  title: string | null
  signedAt: Instant
}

export function findAddendum(actor: Actor, year: number, number: number): AddendumRow {
  const row = actor.database.sql.get<AddendumRow>(
    `SELECT a.id, a.number, v.year, a.kind, a.organisationId, o.name AS organisation, o.slug, a.text, a.textHash,
            a.inForceFrom, a.openedAt, p.name AS openedBy, a.droppedAt, a.droppedWhy
     FROM Addendum a JOIN AgreementVersion v ON v.id = a.versionId JOIN Organisation o ON o.id = a.organisationId
     JOIN Person p ON p.id = a.openedById WHERE v.year = ? AND a.number = ?`,
    year,
    number,
  )
  if (!row) throw notFound()
  return row
}

/** An addendum: its words, who has signed and who is waited for, and the reader's own signature. */
export function addendumPage(
  actor: Actor,
  year: number,
  number: number,
  forms: { sign?: FormState; drop?: FormState } = {},
) {
  const addendum = findAddendum(actor, year, number)
  const signatures = actor.database.sql.all<SignatureRow>(
    'SELECT capacity, signatory, title, signedAt FROM AddendumSignature WHERE addendumId = ? ORDER BY id',
    addendum.id,
  )
  const status = addendumStatus({
    effectiveOn: addendum.inForceFrom,
    signatures: signatures.map(({ capacity, signedAt }) => ({ capacity, day: dayOf(signedAt) })),
    today: actor.today,
  })
  const names = capacityNames(addendum.organisation)
  const missing = status.state === 'UNSIGNED' && !addendum.droppedAt ? status.missing : []
  const mine = missing.filter(capacity => maySignAs(actor, capacity, addendum.organisationId))
  const path = addendumPath(year, number)
  return {
    title: `Tillæg ${number}: ${addendum.organisation} ${addendumSentence[addendum.kind]}`,
    active: 'aftalen',
    crumbs: crumbsTo(year, `Tillæg ${number}`),
    tag: tagOf(status, addendum),
    waiting: missing.length > 0 ? `Der mangler underskrift fra ${listDanish(missing.map(one => names[one]))}.` : null,
    dropped: addendum.droppedAt
      ? `Annulleret den ${longMoment(addendum.droppedAt)}. ${sentence(`Begrundelse: ${addendum.droppedWhy ?? ''}`)}`
      : null,
    text: addendum.text.split(/\n{2,}/),
    facts: [
      { term: 'Aftale', text: `Aftalen fra ${year}`, href: `/aftalen/${year}` },
      ...yearsGoneOverTo(actor.database, number, year).map(later => ({
        term: 'Går over til',
        text: `Aftalen fra ${later}`,
        href: `/aftalen/${later}`,
      })),
      { term: 'Organisation', text: addendum.organisation, href: `/parter/${addendum.slug}` },
      { term: 'Gælder', text: `Fra den ${longDay(addendum.inForceFrom)}, når alle har underskrevet` },
      { term: 'Oprettet', text: capitalised(byAndWhen(addendum.openedBy, addendum.openedAt)) },
      { term: 'Kontrolsum', text: addendum.textHash },
    ],
    signatures: signatures.map(({ capacity, signatory, title, signedAt }) => ({
      who: names[capacity],
      signatory: title ? `${signatory}, ${title}` : signatory,
      when: longMoment(signedAt),
    })),
    consequences:
      status.state === 'UNSIGNED' || addendum.droppedAt
        ? []
        : consequencesOf(actor.database, addendum, status.from).map(({ done, ...one }) => ({
            ...one,
            tag: done ? { text: 'Sket', kind: 'success' } : { text: 'Mangler', kind: 'warning' },
          })),
    sign:
      mine.length > 0
        ? {
            action: `${path}/underskriv`,
            hash: addendum.textHash,
            options: mine.map(capacity => ({ value: capacity, text: names[capacity] })),
            form: forms.sign ?? formOf({ capacity: mine[0] }),
          }
        : null,
    drop:
      missing.length > 0 && mayDo(actor, 'runRevision')
        ? { action: `${path}/opgiv`, form: forms.drop ?? formOf() }
        : null,
    // Told also when there is nothing left to sign.
    problem: forms.sign ?? forms.drop ?? formOf(),
    labels: { password: 'Adgangskode', capacity: 'Du underskriver for' },
  }
}

const maySignAs = (actor: Actor, capacity: AddendumCapacity, organisationId: number): boolean =>
  capacity === 'ORGANISATION'
    ? actor.authorisations.some(given => given.kind === 'SIGNATORY' && given.organisationId === organisationId)
    : inSecretariat(actor, capacity)

function tagOf(status: ReturnType<typeof addendumStatus>, { droppedAt }: AddendumRow) {
  if (droppedAt) return { text: 'Annulleret', kind: 'neutral' }
  if (status.state === 'UNSIGNED') return { text: 'Til underskrift', kind: 'warning' }
  if (status.state === 'AWAITS_DAY') return { text: `Gælder fra den ${longDay(status.from)}`, kind: 'info' }
  return { text: 'Gældende', kind: 'success' }
}
