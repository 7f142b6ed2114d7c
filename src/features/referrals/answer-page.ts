import type { Actor } from '../../access/actor.ts'
import { type FormState, formOf } from '../../http/forms.ts'
import { brokenRule, notFound } from '../../kernel/refusal.ts'
import { readReferrals, referralStateOf } from '../decisions/index.ts'
import { acceptedExtensions, acceptedText } from '../documents/index.ts'
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
      { text: 'Forelæggelser', href: '/forelaeggelser' },
      { text: number, href: `/forelaeggelser/${number}` },
      { text: 'Registrér svar' },
    ],
    number,
    body: referral.body,
    question: row.question,
    path: `/forelaeggelser/${number}/svar`,
    back: `/forelaeggelser/${number}`,
    accept: acceptedExtensions,
    fileHint: `Kræves ved en godkendelse, fordi protokollen giver mandatet. ${acceptedText}.`,
    options: [
      { value: 'ONE_OFF', text: 'Godkendt for denne beslutning' },
      { value: 'STANDING', text: 'Godkendt med et stående mandat, som også gælder senere beslutninger' },
      { value: 'ON_CONDITIONS', text: 'Godkendt på vilkår, som gruppen skal tiltræde' },
      { value: 'DECLINED', text: 'Afslået' },
    ],
    form: form ?? formOf({ answeredOn: '' }, row.version),
  }
}
