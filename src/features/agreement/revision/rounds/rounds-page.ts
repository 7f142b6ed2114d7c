import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { addDays, dayInRow, longDay } from '../../../../kernel/days.ts'
import {
  type DueStatus,
  dueSentences,
  dueStatus,
  inForceOn,
  type RoundState,
  readVersions,
  rhythmFactsOf,
  rhythmSentences,
  roundStateKinds,
  roundStateLabels,
  roundStateSql,
  type VersionRow,
} from '../../agreement/index.ts'
import { agreementsPath, versionPath } from '../../agreement/paths.ts'
import { revisionPath, roundPath } from '../paths.ts'

const roundRow = rowsOf({
  id: column.number,
  year: column.number,
  proposalsUntil: column.day,
  basis: column.number,
  result: column.orNull(column.number),
  proposals: column.number,
  state: column.oneOf<RoundState>(),
})
type RoundRow = RowOf<typeof roundRow>

const readRounds = (actor: Actor): RoundRow[] =>
  actor.database.sql.all(
    roundRow,
    `SELECT r.id, r.year, ${roundStateSql('r')} AS state, r.proposalsUntil, v.year AS basis, n.year AS result,
            (SELECT count(*) FROM AmendmentProposal p WHERE p.roundId = r.id) AS proposals
     FROM RevisionRound r JOIN AgreementVersion v ON v.id = r.basisId
     LEFT JOIN AgreementVersion n ON n.roundId = r.id
     ORDER BY r.year DESC`,
  )

const statusOf = (actor: Actor, versions: VersionRow[], rounds: readonly { year: number }[]): DueStatus =>
  dueStatus({
    ...rhythmFactsOf(actor.database, versions),
    today: actor.today,
    opened: rounds.map(({ year }) => year),
  })

const noneText = ({ next }: DueStatus): string =>
  next === null
    ? 'Registrér først, hvornår aftalen skal tages op til revision.'
    : `Ingen revision er påkrævet før den ${longDay(dayInRow(`${next}-01-01`))}.`

/** Every round there has been, and those that should have been. */
export function roundsPage(actor: Actor) {
  const rounds = readRounds(actor)
  const versions = readVersions(actor.database)
  const status = statusOf(actor, versions, rounds)
  const inForce = inForceOn(versions, actor.today)
  return {
    title: 'Revision af aftalen',
    active: 'aftalen',
    crumbs: [{ text: 'Samarbejdsaftalen', href: agreementsPath }, { text: 'Revisioner' }],
    missing: dueSentences(status),
    overdue: status.overdue.length > 0,
    rhythm: rhythmSentences(status),
    addendaHref: inForce ? `${versionPath(inForce.year)}#tillaeg` : null,
    openHref: mayDo(actor, 'runRevision') && status.due !== null ? `${revisionPath}/ny?aar=${status.due}` : null,
    openLateHref:
      mayDo(actor, 'runRevision') && status.due === null && status.overdue.length > 0
        ? `${revisionPath}/ny?aar=${status.overdue.at(-1)}`
        : null,
    rounds: rounds.map(round => {
      const { state } = round
      return {
        name: `Revisionen i ${round.year}`,
        href: roundPath(round.year),
        state: { text: roundStateLabels[state], kind: roundStateKinds[state] },
        basis: `Aftalen fra ${round.basis}`,
        proposals: round.proposals,
        result: round.result ? { text: `Aftalen fra ${round.result}`, href: versionPath(round.result) } : null,
      }
    }),
  }
}

/** The form that opens a round; the year is the one that is due unless told. */
export function openingPage(actor: Actor, year: number | undefined, form?: FormState) {
  const status = statusOf(actor, readVersions(actor.database), readRounds(actor))
  const missing = [...(status.due === null ? [] : [status.due]), ...status.overdue.toReversed()]
  return {
    ...formPage({
      title: 'Åbn en revision af aftalen',
      active: 'aftalen',
      crumbs: [
        { text: 'Samarbejdsaftalen', href: agreementsPath },
        { text: 'Revisioner', href: revisionPath },
        { text: 'Åbn en revision' },
      ],
      heading: 'Åbn en revision af aftalen',
      lead: `${rhythmSentences(status)} Når revisionen er åbnet, kan alle organisationer stille ændringsforslag.`,
      action: `${revisionPath}/ny`,
      submit: 'Åbn revisionen',
      back: revisionPath,
      fields: [
        {
          kind: 'select',
          name: 'year',
          label: 'År',
          required: true,
          options: missing.map(one => ({
            value: String(one),
            text: one === status.due ? String(one) : `${one} (overskredet)`,
          })),
        },
        {
          kind: 'date',
          name: 'proposalsUntil',
          label: 'Frist for ændringsforslag',
          hint: 'Sidste dag, hvor en organisation kan stille et forslag.',
          required: true,
        },
        {
          kind: 'textarea',
          name: 'purpose',
          label: 'Hvad skal parterne se på?',
          hint: 'Vises øverst på siden om revisionen.',
          rows: 5,
        },
      ],
      form: form ?? formOf({ year: String(year ?? missing[0] ?? ''), proposalsUntil: addDays(actor.today, 42) }),
    }),
    none: missing.length === 0 ? noneText(status) : null,
  }
}
