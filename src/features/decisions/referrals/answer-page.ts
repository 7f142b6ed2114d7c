import type { Actor } from '../../../access/actor.ts'
import { isUnsentSql } from '../../../access/meeting-states.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay } from '../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { acceptedExtensions, acceptedText } from '../../ground/documents/index.ts'
import { readReferrals, referralStateOf } from '../decisions/index.ts'
import { referralPath, referralsPath } from './paths.ts'
import { findReferral } from './queries.ts'

/** Where the keeper enters what the deciding body has answered. */
export function answerPage(actor: Actor, number: string, form?: FormState) {
  const row = findReferral(actor, number)
  if (!row) throw notFound()
  const referral = readReferrals(actor.database, row.decisionId, actor.today).find(({ id }) => id === row.id)
  if (!referral) throw notFound()
  if (!form && (referralStateOf(referral) !== 'OPEN' || row.state !== 'CONDITIONAL'))
    throw brokenRule('Forelæggelsen er allerede besvaret eller trukket tilbage.')
  return {
    title: `Registrér svar på forelæggelse ${number}`,
    active: 'beslutninger',
    crumbs: [
      { text: 'Forelæggelser', href: referralsPath },
      { text: number, href: referralPath(number) },
      { text: 'Registrér svar' },
    ],
    number,
    body: referral.body,
    question: row.question,
    path: `${referralPath(number)}/svar`,
    back: referralPath(number),
    accept: acceptedExtensions,
    fileHint: `Kræves ved en godkendelse, fordi protokollen giver mandatet. ${acceptedText}.`,
    warning: signedOffAgenda(actor, row.decisionId),
    options: [
      { value: 'ONE_OFF', text: 'Godkendt for denne beslutning' },
      { value: 'STANDING', text: 'Godkendt med et stående mandat, som også gælder senere beslutninger' },
      { value: 'ON_CONDITIONS', text: 'Godkendt på vilkår, som gruppen skal tiltræde' },
      { value: 'DECLINED', text: 'Afslået' },
    ],
    form: form ?? formOf({ answeredOn: '' }, row.version),
  }
}

const nextMeeting = rowsOf({
  day: column.day,
  signed: column.flag,
})

/** What an answer brings with it for others: an item comes on the next agenda, whose sign-offs then fall. */
function signedOffAgenda(actor: Actor, decisionId: number): string | null {
  const next = actor.database.sql.get(
    nextMeeting,
    `SELECT m.day, EXISTS (SELECT 1 FROM SignOff s WHERE s.meetingId = m.id AND s.content = 'AGENDA'
                             AND s.voidedAt IS NULL) AS signed
     FROM Meeting m JOIN Decision d ON d.bodyId = m.bodyId
     WHERE d.id = ? AND m.day >= ? AND ${isUnsentSql('m.state')}
     ORDER BY m.day, m.startsAt, m.id LIMIT 1`,
    decisionId,
    actor.today,
  )
  return next?.signed
    ? `Dagsordenen til mødet den ${longDay(next.day)} er godkendt. Er svaret et afslag eller en godkendelse på vilkår, kommer der et punkt på den, og så skal sekretariaterne godkende den igen.`
    : null
}
