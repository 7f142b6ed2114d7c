import type { Actor } from '../../../../access/actor.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { lastYearDue } from '../../knowledge/index.ts'
import { crumbsOf, findStrategy } from '../find-strategy.ts'
import { progressNames } from '../labels.ts'
import { appraisalPath, strategyProgressPath } from '../paths.ts'
import { targetsOf } from '../strategy-numbers.ts'
import { readAppraisals } from './queries.ts'
import { appraisalMonth } from './read-progress.ts'

const choices = (['REACHED', 'ON_TRACK', 'BEHIND'] as const).map(value => ({ value, text: progressNames[value] }))

/** Where a year's appraisal of a target is written, or that of a year corrected. */
export async function appraisalPage(
  actor: Actor,
  { text: slug, target: key }: { text: string; target: string },
  { year, form }: { year?: number | undefined; form?: FormState },
) {
  const text = await findStrategy(actor, slug)
  const found = text.standing ? targetsOf(text.standing.content).find(({ target }) => target.key === key) : undefined
  if (found?.target.measure !== 'QUALITATIVE') throw notFound('Delmålet vurderes ikke i ord.')
  const own = readAppraisals(actor.database, [text.id]).filter(one => one.target === key && !one.corrected)
  const standing = own.find(one => one.year === year)
  const next = Math.max(lastYearDue(actor.today, appraisalMonth), ...own.map(one => one.year + 1))
  const heading = standing ? `Ret vurderingen for ${standing.year}` : 'Skriv årets vurdering'
  return formPage({
    title: heading,
    active: 'strategier',
    crumbs: crumbsOf(text, { text: heading }),
    heading,
    lead: [
      `Delmål ${found.number}: ${found.target.title}.`,
      `Nået, når: ${found.target.text}`,
      standing ? 'Den tidligere vurdering bevares ved siden af den nye.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    action: appraisalPath(slug, key),
    submit: standing ? 'Gem rettelsen' : 'Gem vurderingen',
    back: `${strategyProgressPath(slug)}#${key}`,
    fields: [
      { kind: 'text', name: 'year', label: 'Det år, vurderingen gælder', required: true },
      { kind: 'select', name: 'state', label: 'Status', required: true, options: choices },
      { kind: 'textarea', name: 'reasons', label: 'Vurdering', rows: 8, required: true, hint: 'Hvad den bygger på.' },
    ],
    form:
      form ??
      (standing
        ? formOf({ ...standing, year: String(standing.year) }, standing.id)
        : formOf({ year: String(next) }, 0)),
  })
}
