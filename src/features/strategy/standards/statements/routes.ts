import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Subject } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import type { Day } from '../../../../kernel/days.ts'
import { listDanish, plural } from '../../../../kernel/text.ts'
import { textAddress } from '../../../decisions/adoption/index.ts'
import { organisationAddress, organisationOf, readAdministrationsOn } from '../../../ground/parties/index.ts'
import { answersPath, standardsPath, statementsPath } from '../paths.ts'
import { answerPage } from './answer-page.ts'
import { answerStandards } from './answer-standards.ts'
import { askPage } from './ask-page.ts'
import { askForStatements } from './ask-statements.ts'
import { answersForm, askForm, matrixQuery, roundAddress, statementAddress } from './forms.ts'
import { matrixCsv, matrixPage } from './matrix-page.ts'
import { statementPage } from './statement-page.ts'

const path = `${standardsPath}/:text/redegoerelser`
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const

/** §5: the yearly statements on the standards: asked for by the secretariats, given by each organisation, read by all. */
export function statementRoutes(route: Routes): void {
  const asking = { right: 'prepareTexts', params: textAddress } as const
  const ask = async (actor: Actor, slug: string, form?: FormState) =>
    page('layout/form-page', await askPage(actor, slug, form))
  route.get(`${path}/ny`, { ...asking, queries: 16 }, ({ actor, params }) => ask(actor, params.text))
  route.post(
    `${path}/ny`,
    { ...asking, form: askForm, onInvalid: ({ actor, params }, form) => ask(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { year } = await askForStatements(actor, { slug: params.text, ...form })
      return redirect(statementsPath(params.text, year), `Organisationerne er bedt om redegørelser for ${year}.`)
    },
  )

  route.get(
    `${path}/:year`,
    { ...ofAll, params: roundAddress, query: matrixQuery, queries: 8 },
    ({ actor, params, query }) => page('standards/matrix', matrixPage(actor, params.text, params.year, query)),
  )
  route.get(
    `${path}/:year/tabel.csv`,
    { ...ofAll, params: roundAddress, query: matrixQuery, queries: 8 },
    ({ actor, params, query }) => {
      const { name, content } = matrixCsv(actor, params.text, params.year, query)
      return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
    },
  )
  route.get(`${path}/:year/:organisation`, { ...ofAll, params: statementAddress, queries: 8 }, ({ actor, params }) =>
    page('standards/statement', statementPage(actor, params.text, params.year, params.organisation)),
  )
  answerRoutes(route)
}

interface Asked {
  db: Database
  today: Day
  params: { organisation: string }
}

/** The organisation, with those that administer it today: they may answer for an association. */
function administered({ db, today, params }: Asked): Subject | null {
  const subject = organisationOf(db, params)
  const id = subject?.organisation?.id
  const administrations = readAdministrationsOn(db, today).filter(({ associationId }) => associationId === id)
  return subject && { ...subject, administrators: administrations.map(({ administratorId }) => administratorId) }
}

function answerRoutes(route: Routes): void {
  const answering = { right: 'answerForOrganisation', params: organisationAddress, on: administered } as const
  const answers = async (actor: Actor, slug: string, form?: FormState) =>
    page('standards/answers', await answerPage(actor, slug, form))
  route.get('/parter/:organisation/svar', { ...answering, queries: 24 }, ({ actor, params }) =>
    answers(actor, params.organisation),
  )
  route.post(
    '/parter/:organisation/svar',
    {
      ...answering,
      form: answersForm,
      // Each row says which answer it was made from.
      repeatable: true,
      onInvalid: ({ actor, params }, form) => answers(actor, params.organisation, form),
    },
    async ({ actor, params, form }) => {
      const told = await answerStandards(actor, { organisation: params.organisation, rows: form.answers })
      return redirect(answersPath(params.organisation), savedText(told))
    },
  )
}

function savedText({ saved, given, left }: { saved: number; given: string[]; left: number }): string {
  const parts = [saved === 1 ? 'Svaret er gemt.' : `${saved} svar er gemt.`]
  if (given.length === 1) parts.push(`Redegørelsen om »${given[0]}« er afgivet.`)
  if (given.length > 1) parts.push(`Redegørelserne om ${listDanish(given.map(title => `»${title}«`))} er afgivet.`)
  if (left > 0) parts.push(`${plural(left, 'punkt', 'punkter')} mangler svar.`)
  return parts.join(' ')
}
