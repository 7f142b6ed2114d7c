import type { Actor } from '../../../access/actor.ts'
import { mayDo, policy } from '../../../access/policy.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import type { PageFacts } from '../../../http/pages/answers.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { longDay, longMoment } from '../../../kernel/days.ts'
import { readBodies } from '../bodies/index.ts'
import { readOrganisations } from '../parties/index.ts'
import { partiesPath } from '../parties/paths.ts'
import { madeTexts, previewModel } from '../table-import/index.ts'
import { columnNames, columns } from './columns.ts'
import type { Judgement, SavedFile } from './judge-file.ts'
import { madeWords } from './labels.ts'
import { examplePath, importPath } from './paths.ts'
import { type PeopleFile, peopleTable } from './read-file.ts'

type Page = PageFacts & Record<string, unknown>

const frame = (title: string) => ({
  title,
  active: 'parter',
  crumbs: [{ text: 'Parter', href: partiesPath }, { text: 'Indlæs personer', href: importPath }, { text: title }],
  path: importPath,
  back: partiesPath,
  examplePath,
})

/** Where a file is chosen. Nothing is stored by choosing. */
export const importPage = (actor: Actor, form: FormState = formOf()): Page => ({
  ...frame('Vælg fil'),
  title: 'Indlæs personer',
  crumbs: [{ text: 'Parter', href: partiesPath }, { text: 'Indlæs personer' }],
  heading: 'Indlæs personer',
  lead: 'Vælg et regneark, der er gemt som CSV, eller indsæt rækkerne. Hver række er en person. Har en person flere pladser eller bemyndigelser, så skriv en række for hver. På næste side ser du, hvad hver række medfører. Intet gemmes, før du bekræfter det.',
  form,
  most: peopleTable.most.rows,
  columns: columnNames.map(column => ({ term: columns[column].label, text: explained[column] })),
  others: othersText(actor),
})

const explained: Record<(typeof columnNames)[number], string> = {
  name: 'Skal udfyldes.',
  title: 'Stilling.',
  email: 'Den, personen logger ind med, når der skal oprettes en konto.',
  phone: 'Et telefonnummer til arbejdet.',
  organisation: 'Navnet, det korte navn eller et tidligere navn. Skal udfyldes for nye personer.',
  account: 'Ja, når personen skal kunne logge ind.',
  body: 'Fx »Fælles boligstrategisk gruppe«, »Strategigruppen« eller »Bestyrelsen« om personens egne.',
  role: 'Formand, næstformand, medlem, suppleant eller sekretær. Medlem, hvis feltet er tomt.',
  substituteFor: 'Navnet på den, suppleanten træder ind for.',
  from: 'Pladsens eller bemyndigelsens første dag. I dag, hvis feltet er tomt.',
  to: 'Pladsens sidste dag. Lad feltet være tomt, hvis den gælder, indtil den afsluttes.',
  appointedBy: 'Det organ, der har udpeget.',
  appointedAt: 'Mødets nummer i portalen, eller sted og dag.',
  authorisation: 'Mandatansvarlig, underskriftsberettiget eller begge.',
  authorisedFor: 'Organisationen, bemyndigelsen gælder. Personens egen, hvis feltet er tomt.',
  sourceBody: 'Det organ i organisationen, der har besluttet bemyndigelsen.',
  sourceDay: 'Dato for organets møde.',
  sourceDocument: 'Det dokument, hvor bemyndigelsen står.',
}

/** Who does what this reader may not: the same file is handed on, and does there what is left. */
function othersText(actor: Actor): string {
  const seats = mayDo(actor, 'manageOwnSide')
  const accounts = mayDo(actor, 'administer')
  if (seats && accounts)
    return 'Den anden parts personer indlæses af dens sekretariat. Giv den samme fil til dem: Det, der er gemt, ændres ikke.'
  return seats
    ? `Konti oprettes af ${policy.administer.who}, og den anden parts personer indlæses af dens sekretariat. Giv den samme fil til dem: Det, der er gemt, ændres ikke.`
    : `Som systemadministrator opretter du konti, også til nye personer. Pladser og bemyndigelser indlæses af ${policy.manageOwnSide.who} med den samme fil.`
}

/** Every row with what it does, before any of it is stored. */
export function previewPage(
  actor: Actor,
  given: { file: PeopleFile; judgement: Judgement; source: string; name: string },
  form?: FormState,
): Page {
  const { file } = given
  const accountsLeft =
    !mayDo(actor, 'administer') && file.rows.some(row => /^(?!nej|n$|0$|-$)./i.test(row.told('account')))
  const notes = accountsLeft
    ? [`Konti oprettes af ${policy.administer.who}. Giv dem den samme fil: Det, der er gemt, ændres ikke.`]
    : []
  return {
    ...frame('Gennemse rækkerne'),
    ...previewModel({ ...given, words: madeWords, about: 'Person', notes }, form),
  }
}

/** What was stored, and the codes that are shown this once. */
export const savedPage = (saved: SavedFile): Page => ({
  ...frame('Personerne er gemt'),
  made: madeTexts(saved.rows, madeWords),
  handed: saved.handed.map(({ name, email, code }) => ({ name, email, code })),
  expires: saved.handed[0] ? longMoment(saved.handed[0].expiresAt) : '',
  rejected: saved.rows.filter(({ status }) => status === 'rejected').length,
})

/** An example in the portal's own names: what stands in it can be read as it is. */
export function exampleFile(actor: Actor): Buffer {
  const organisation = readOrganisations(actor.database, actor.today).find(
    ({ id }) => id === actor.person?.organisationId,
  )
  const side = organisation?.side ?? null
  const bodies = readBodies(actor.database)
  const group = bodies.find(body => body.kind === 'STRATEGY_GROUP' && body.side === side)
  const joint = bodies.find(({ kind }) => kind === 'JOINT_GROUP')
  const deciding = bodies.find(body => body.kind === 'DECIDING_BODY' && body.side === side)
  const day = longDay(actor.today)
  const rows: Partial<Record<(typeof columnNames)[number], string>>[] = [
    {
      name: 'Kim Eksempel',
      title: 'direktør',
      email: 'kim@eksempel.dk',
      phone: '12 34 56 78',
      organisation: organisation?.name,
      account: 'ja',
      body: group?.name,
      role: 'medlem',
      from: actor.today,
      appointedBy: deciding?.name,
      appointedAt: `Mødet den ${day}, punkt 4`,
      authorisation: 'underskriftsberettiget',
      sourceBody: 'Bestyrelsen',
      sourceDay: actor.today,
      sourceDocument: 'Protokollen, punkt 4',
    },
    {
      name: 'Kim Eksempel',
      email: 'kim@eksempel.dk',
      organisation: organisation?.name,
      body: joint?.name,
      role: 'medlem',
      from: actor.today,
      appointedBy: group?.name,
      appointedAt: `Mødet den ${day}, punkt 2`,
    },
  ]
  return csvOf(
    columnNames.map(column => columns[column].label),
    rows.map(row => columnNames.map(column => row[column] ?? '')),
  )
}
