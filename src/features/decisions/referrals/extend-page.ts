import type { Actor } from '../../../access/actor.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay } from '../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { readReferrals, referralStateOf } from '../decisions/index.ts'
import { referralPath, referralsPath } from './paths.ts'
import { findReferral } from './queries.ts'

/** Where a secretariat gives the deciding body longer to answer. */
export function extendPage(actor: Actor, number: string, form?: FormState): FormPage & Record<string, unknown> {
  const row = findReferral(actor, number)
  const referral = row && readReferrals(actor.database, row.decisionId, actor.today).find(({ id }) => id === row.id)
  if (!row || !referral) throw notFound()
  if (!form && (referralStateOf(referral) !== 'OPEN' || row.state !== 'CONDITIONAL'))
    throw brokenRule('Forelæggelsen er besvaret eller trukket tilbage. Der er ingen frist at forlænge.')
  const path = referralPath(number)
  return formPage({
    title: `Forlæng fristen for forelæggelse ${number}`,
    heading: 'Forlæng svarfristen',
    active: 'beslutninger',
    crumbs: [{ text: 'Forelæggelser', href: referralsPath }, { text: number, href: path }, { text: 'Forlæng fristen' }],
    lead: `${referral.body} skal svare på forelæggelse ${number} senest den ${longDay(referral.dueDay)}. Forlængelsen og begrundelsen vises for den mandatansvarlige og i beslutningens forløb.`,
    action: `${path}/frist`,
    submit: 'Forlæng fristen',
    back: path,
    form: form ?? formOf({}, row.version),
    fields: [
      { kind: 'date', name: 'to', label: 'Ny svarfrist', required: true },
      { kind: 'textarea', name: 'reason', label: 'Begrundelse', required: true, rows: 3 },
    ],
  })
}
