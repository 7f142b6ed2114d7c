import type { Actor } from '../../../../access/actor.ts'
import { inSecretariat, mayDo } from '../../../../access/policy.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { dayOf, longDay, longMoment } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, capitalised, listDanish, sentence } from '../../../../kernel/text.ts'
import {
  type AddendumCapacity,
  type AddendumKind,
  addendumSentence,
  addendumStatus,
  capacityNames,
  inTheWayOfDeclining,
  stands,
} from '../../../ground/parties/index.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { yearsGoneOverTo } from '../../agreement/index.ts'
import { addendumPath, agreementsPath, versionPath } from '../../agreement/paths.ts'
import { consequencesOf } from './addendum-consequences.ts'

export const addendumCrumbs = (year: number, last: string) => [
  { text: 'Samarbejdsaftalen', href: agreementsPath },
  { text: `Aftalen fra ${year}`, href: versionPath(year) },
  { text: last },
]

const addendumRow = rowsOf({
  droppedAt: column.orNull(column.moment),
  declinedAt: column.orNull(column.moment),
  id: column.number,
  number: column.number,
  year: column.number,
  kind: column.oneOf<AddendumKind>(),
  organisationId: column.number,
  organisation: column.text,
  slug: column.text,
  text: column.text,
  textHash: column.text,
  inForceFrom: column.day,
  openedAt: column.moment,
  openedBy: column.text,
  droppedWhy: column.orNull(column.text),
  declinedBy: column.orNull(column.text),
  declineReason: column.orNull(column.text),
  side: column.orNull(column.oneOf<'HOUSING' | 'MUNICIPALITY'>()),
  organisationKind: column.text,
  parentId: column.orNull(column.number),
})
type AddendumRow = RowOf<typeof addendumRow>

const signatureRow = rowsOf({
  capacity: column.oneOf<AddendumCapacity>(),
  signatory: column.text,
  title: column.orNull(column.text),
  signedAt: column.moment,
})

function findAddendum(actor: Actor, year: number, number: number): AddendumRow {
  const row = actor.database.sql.get(
    addendumRow,
    `SELECT a.id, a.number, v.year, a.kind, a.organisationId, o.name AS organisation, o.slug, a.text, a.textHash,
            a.inForceFrom, a.openedAt, p.name AS openedBy, a.droppedAt, a.droppedWhy, a.declinedAt, a.declineReason,
            d.name AS declinedBy, o.side, o.kind AS organisationKind, o.parentId
     FROM Addendum a JOIN AgreementVersion v ON v.id = a.versionId JOIN Organisation o ON o.id = a.organisationId
     JOIN Person p ON p.id = a.openedById LEFT JOIN Person d ON d.id = a.declinedById WHERE v.year = ? AND a.number = ?`,
    year,
    number,
  )
  if (!row) throw notFound()
  return row
}

interface AddendumForms {
  sign?: FormState
  decline?: FormState
  drop?: FormState
}

/** An addendum: its words, who has signed and who is waited for, and the reader's own signature. */
export function addendumPage(actor: Actor, year: number, number: number, forms: AddendumForms = {}) {
  const addendum = findAddendum(actor, year, number)
  const signatures = actor.database.sql.all(
    signatureRow,
    'SELECT capacity, signatory, title, signedAt FROM AddendumSignature WHERE addendumId = ? ORDER BY id',
    addendum.id,
  )
  const status = addendumStatus({
    effectiveOn: addendum.inForceFrom,
    signatures: signatures.map(({ capacity, signedAt }) => ({ capacity, day: dayOf(signedAt) })),
    today: actor.today,
  })
  const signed = signatures.map(({ capacity }) => capacity)
  const names = capacityNames(addendum.organisation)
  const missing = status.state === 'UNSIGNED' && stands(addendum) ? status.missing : []
  const mine = missing.filter(capacity => maySignAs(actor, capacity, addendum))
  const path = addendumPath(year, number)
  return {
    title: `Tillæg ${number}: ${addendum.organisation} ${addendumSentence[addendum.kind]}`,
    active: 'aftalen',
    crumbs: addendumCrumbs(year, `Tillæg ${number}`),
    tag: tagOf(status, addendum),
    waiting: missing.length > 0 ? `Der mangler underskrift fra ${listDanish(missing.map(one => names[one]))}.` : null,
    over: endsOf(addendum),
    text: addendum.text.split(/\n{2,}/),
    facts: [
      { term: 'Aftale', text: `Aftalen fra ${year}`, href: versionPath(year) },
      ...yearsGoneOverTo(actor.database, number, year).map(later => ({
        term: 'Går over til',
        text: `Aftalen fra ${later}`,
        href: versionPath(later),
      })),
      { term: 'Organisation', text: addendum.organisation, href: organisationPath(addendum.slug) },
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
      status.state === 'UNSIGNED' || !stands(addendum)
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
            options: mine.map(capacity => ({ value: capacity, text: capitalised(names[capacity]) })),
            form: forms.sign ?? formOf({ capacity: mine[0] }),
          }
        : null,
    decline:
      maySignAs(actor, 'ORGANISATION', addendum) && inTheWayOfDeclining({ ...addendum, signed }) === null
        ? { action: `${path}/afvis`, organisation: addendum.organisation, form: forms.decline ?? formOf() }
        : null,
    drop:
      status.state === 'UNSIGNED' && addendum.droppedAt === null && mayDo(actor, 'runRevision')
        ? { action: `${path}/opgiv`, form: forms.drop ?? formOf() }
        : null,
    // Told also when there is nothing left to sign.
    problem: forms.sign ?? forms.decline ?? forms.drop ?? formOf(),
    labels: {
      password: 'Adgangskode',
      capacity: 'Du underskriver for',
      reason: 'Begrundelse',
      declineReason: 'Begrundelse',
      declinePassword: 'Adgangskode',
    },
  }
}

/** How it ended, for all to see: declined by the organisation, given up by a secretariat, or the one after the other. */
export function endsOf(
  addendum: Pick<
    AddendumRow,
    'organisation' | 'declinedAt' | 'declinedBy' | 'declineReason' | 'droppedAt' | 'droppedWhy'
  >,
): string[] {
  const { organisation, declinedAt, declinedBy, declineReason, droppedAt, droppedWhy } = addendum
  const why = (reason: string | null) => sentence(`Begrundelse: ${reason ?? ''}`)
  return [
    ...(declinedAt
      ? [
          `${organisation} har afvist tillægget. Afvisningen er registreret ${byAndWhen(declinedBy ?? '', declinedAt)}. ${why(declineReason)}`,
        ]
      : []),
    ...(droppedAt ? [`Annulleret den ${longMoment(droppedAt)}. ${why(droppedWhy)}`] : []),
  ]
}

/** The policy says who signs for an organisation; each secretariat signs for itself. */
const maySignAs = (actor: Actor, capacity: AddendumCapacity, addendum: AddendumRow): boolean =>
  capacity === 'ORGANISATION'
    ? mayDo(actor, 'signAgreement', { organisation: subjectOf(addendum) })
    : inSecretariat(actor, capacity)

const subjectOf = ({ organisationId, side, organisationKind, parentId }: AddendumRow) => ({
  id: organisationId,
  side,
  kind: organisationKind,
  parentId,
})

/** The organisation that an addendum's route is about: the policy asks for its own signatory. */
export function addendumSubject(actor: Actor, year: number, number: number) {
  return { organisation: subjectOf(findAddendum(actor, year, number)), known: true }
}

function tagOf(status: ReturnType<typeof addendumStatus>, { droppedAt, declinedAt }: AddendumRow) {
  if (declinedAt) return { text: 'Afvist', kind: 'danger' }
  if (droppedAt) return { text: 'Annulleret', kind: 'neutral' }
  if (status.state === 'UNSIGNED') return { text: 'Til underskrift', kind: 'warning' }
  if (status.state === 'AWAITS_DAY') return { text: `Gælder fra den ${longDay(status.from)}`, kind: 'info' }
  return { text: 'Gældende', kind: 'success' }
}
