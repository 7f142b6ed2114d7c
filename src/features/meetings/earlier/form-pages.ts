import type { Actor } from '../../../access/actor.ts'
import { prepares } from '../../../access/policy.ts'
import type { Option } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay, writtenDay } from '../../../kernel/days.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { acceptedExtensions } from '../../ground/documents/index.ts'
import { casesForItems } from '../cases/index.ts'
import { kindOptions, mark } from './labels.ts'
import { earlierPath, recordPath } from './paths.ts'
import { type FileRow, filesOf, type RecordInFull, recordBodies } from './queries.ts'
import { crumbsOf } from './record-page.ts'
import { recordedFromOf } from './store-record.ts'
import { mostFiles, uploadText } from './uploads.ts'

/** The bodies whose documents the person enters. */
export const bodyOptions = (actor: Actor): Option[] =>
  recordBodies(actor.database)
    .filter(body => prepares(actor, body))
    .map(({ id, name }) => ({ value: String(id), text: name }))

/** Open cases of the cooperation and of the person's own side; one that is chosen stays, also when it has ended. */
export function caseOptions(actor: Actor, chosen: Pick<RecordInFull, 'caseId' | 'caseNumber' | 'caseTitle'> | null) {
  const side = actor.seats.find(seat => seat.bodyKind === 'SECRETARIAT')?.bodySide ?? null
  const open = casesForItems(actor.database, actor, side).map(({ id, number, title }) => ({
    value: String(id),
    text: `${number} ${title}`,
  }))
  const own =
    chosen?.caseId && !open.some(({ value }) => value === String(chosen.caseId))
      ? [{ value: String(chosen.caseId), text: `${chosen.caseNumber ?? ''} ${chosen.caseTitle ?? ''}`.trim() }]
      : []
  return [{ value: '', text: 'Ingen sag' }, ...own, ...open]
}

const labels = {
  bodyId: 'Organ',
  kind: 'Type',
  date: 'Dato',
  number: 'Dokumentets nummer',
  title: 'Titel',
  text: 'Hvad blev der besluttet?',
  caseId: 'Sag',
  position: 'En fælles holdning, der stadig gælder',
  positionUntil: 'Gælder til og med',
  closed: 'Dokumentet er lukket',
  closedReason: 'Lukkegrund',
  publicTitle: 'Offentlig titel',
  fil: 'Filer',
  reason: 'Begrundelse for rettelsen',
}

const common = (actor: Actor) => ({
  active: 'beslutninger',
  recordedFrom: longDay(recordedFromOf(actor)),
  kinds: kindOptions,
  accept: acceptedExtensions,
  fileHint: uploadText(mostFiles),
  labels,
})

export function newRecordPage(actor: Actor, form: FormState = formOf({ kind: 'MINUTES' })) {
  const heading = 'Registrér et dokument fra før portalen'
  const cases = caseOptions(actor, null)
  const bodies = bodyOptions(actor)
  return {
    ...common(actor),
    title: heading,
    heading,
    crumbs: [{ text: mark, href: earlierPath }, { text: 'Registrér et dokument' }],
    bodies,
    cases,
    choices: { bodyId: bodies, kind: kindOptions, caseId: cases },
    files: [],
    correcting: false,
    action: `${earlierPath}/nyt`,
    back: earlierPath,
    submit: 'Registrér dokumentet',
    form,
  }
}

export function correctPage(actor: Actor, row: RecordInFull, form?: FormState) {
  refuseWithdrawn(row)
  const cases = caseOptions(actor, row)
  return {
    ...common(actor),
    title: `Ret: ${row.title}`,
    heading: 'Ret dokumentet',
    crumbs: crumbsOf(row, { text: 'Ret' }),
    bodies: null,
    body: row.bodyName,
    cases,
    choices: { kind: kindOptions, caseId: cases },
    files: filesOf(actor.database, row.id).map(fileChoice),
    correcting: true,
    action: `${recordPath(row.id)}/ret`,
    back: recordPath(row.id),
    submit: 'Gem rettelsen',
    form: form ?? formOf(valuesOf(row), row.version),
  }
}

const fileChoice = ({ id, name }: FileRow) => ({ value: String(id), text: `Fjern »${name}«` })

const valuesOf = (row: RecordInFull) => ({
  kind: row.kind,
  date: writtenDay(row.day, row.dayPrecision),
  number: row.number,
  title: row.title,
  text: row.text,
  caseId: row.caseId ?? '',
  position: row.position ? '1' : '',
  positionUntil: row.positionUntil ?? '',
  closed: row.closed ? '1' : '',
  closedReason: row.closedReason ?? '',
  publicTitle: row.publicTitle ?? '',
})

/** @throws Refusal: what was withdrawn stays as it is */
export function refuseWithdrawn(row: RecordInFull): void {
  if (row.withdrawnAt !== null) throw brokenRule('Dokumentet er trukket tilbage og kan ikke ændres.')
}
