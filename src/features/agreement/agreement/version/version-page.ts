import type { Actor, Side } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { longMoment, writtenDay } from '../../../../kernel/days.ts'
import { renderDocument } from '../../../../kernel/markdown/document-markdown.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { roundPath } from '../../revision/paths.ts'
import { inForceText } from '../agreement-page.ts'
import { sectionAnchor, sideHeading, stateOf } from '../labels.ts'
import { agreementsPath, comparisonPath, importPath, linkPath, versionPath } from '../paths.ts'
import {
  latestCheckedDecision,
  readAppendices,
  readSections,
  readSignatures,
  readSummaryYears,
  readVersions,
  type SectionRow,
  type SignatureRow,
  type VersionRow,
} from '../queries.ts'
import { clauseLinks } from './clause-links.ts'
import { inForceOn } from './in-force.ts'
import { addendaOf } from './version-addenda.ts'

/** /aftalen/:year: a version read as a document. */
export function versionPage(actor: Actor, version: VersionRow) {
  const { database: db, today } = actor
  const versions = readVersions(db)
  const inForce = inForceOn(versions, today)
  const sections = readSections(db, version.id)
  const signatures = readSignatures(db, version.id)
  const appendices = readAppendices(db, version.id)
  const decision = latestCheckedDecision(actor)
  const summary = version.textKind === 'SUMMARY'
  const years = readSummaryYears(db, version.id)
  const summarised = ({ key }: SectionRow) => {
    const year = years.get(key) ?? version.year
    return year === version.year ? 'Kort sagt' : `Kort sagt (fra ${year}, da bestemmelsen havde samme ordlyd)`
  }
  const linking = !summary && mayDo(actor, 'manageOwnSide') ? (id: number) => linkPath(version.year, id) : null
  return {
    title: `Aftalen fra ${version.year}`,
    active: 'aftalen',
    crumbs: [{ text: 'Samarbejdsaftalen', href: agreementsPath }, { text: `Aftalen fra ${version.year}` }],
    eventsHref: ownEvents(actor, 'aftale', version.id),
    titleLines: version.title.split('\n'),
    parties: version.parties,
    dateText: version.dateText,
    state: stateOf(version, inForce?.id, today),
    withoutText: summary ? withoutTextOf(sections.length) : null,
    importPath: summary && mayDo(actor, 'manageOwnSide') ? importPath : null,
    facts: factsOf(version, signatures.length),
    contents: [
      ...sections.map(({ number, heading }) => ({ text: `${number}. ${heading}`, href: `#${sectionAnchor(number)}` })),
      { text: 'Underskrifter', href: '#underskrifter' },
      ...appendices.map(({ heading }, at) => ({ text: `Bilag: ${heading}`, href: `#bilag-${at + 1}` })),
    ],
    sections: sections.map(section => sectionModel(section, summary, decision, summarised(section))),
    sides: (['HOUSING', 'MUNICIPALITY'] as const).map(side =>
      sideModel(sideHeading(db, side), side, signatures, linking),
    ),
    appendices: appendices.map(({ heading, body }, at) => ({
      anchor: `bilag-${at + 1}`,
      heading,
      textHtml: renderDocument(body),
      lost: body === '',
    })),
    addenda: addendaOf(db, version, versions, today),
    addendumPath:
      version.id === inForce?.id && mayDo(actor, 'runRevision') ? `${versionPath(version.year)}/tillaeg/nyt` : null,
    comparisons: versions
      .filter(({ id }) => id !== version.id)
      .map(other => ({
        text: `Sammenlign med aftalen fra ${other.year}`,
        href: comparisonPath(version.year, other.year),
      })),
  }
}

/** What stands in the place of the agreement's own words. */
const withoutTextOf = (sections: number): { title: string; text: string } =>
  sections > 0
    ? {
        title: 'Resumé',
        text: 'Her står et resumé af hver bestemmelse med portalens egne ord. Aftalens egen tekst er ikke indlæst.',
      }
    : {
        title: 'Aftalens tekst er ikke indlæst',
        text: 'Her står kun, hvem aftalen er mellem, og hvornår den er indgået.',
      }

function factsOf(version: VersionRow, signatures: number) {
  const { roundYear, sourceName, enteredBy, enteredAt } = version
  return [
    { term: 'Indgået', text: writtenDay(version.date, version.datePrecision) },
    { term: 'Gælder fra', text: inForceText(version) },
    { term: 'Underskrifter', text: String(signatures), href: '#underskrifter' },
    ...(roundYear === null
      ? []
      : [{ term: 'Vedtaget ved', text: `Revisionen i ${roundYear}`, href: roundPath(roundYear) }]),
    ...(sourceName === null
      ? []
      : [
          {
            term: 'Indlæst',
            text: `${sourceName}, den ${longMoment(enteredAt)}${enteredBy ? ` af ${enteredBy}` : ''}`,
          },
        ]),
    ...(version.textKind === 'SUMMARY' ? [] : [{ term: 'Kontrolsum', text: version.textHash }]),
  ]
}

const sectionModel = (
  section: SectionRow,
  summaryOnly: boolean,
  decision: { number: string } | undefined,
  summaryTitle: string,
) => ({
  anchor: sectionAnchor(section.number),
  number: section.number,
  heading: section.heading,
  textHtml: renderDocument(section.body),
  summaryTitle,
  summaryHtml: renderDocument(section.summary),
  hasSummary: !summaryOnly && section.summary !== '' && section.summary !== section.body,
  links: clauseLinks(section.key, decision),
  origins: section.origins.map(
    ({ round, proposal, organisation }) =>
      `Ændret ved revisionen i ${round} efter forslag ${proposal} fra ${organisation}`,
  ),
})

const sideModel = (
  heading: string,
  side: Side,
  signatures: SignatureRow[],
  linking: ((id: number) => string) | null,
) => ({
  heading,
  signatures: signatures
    .filter(signature => signature.side === side)
    .map(signature => ({
      organisation: signature.organisationName,
      href: signature.slug ? organisationPath(signature.slug) : null,
      linkHref: signature.organisationId === null && linking ? linking(signature.id) : null,
      linkText: signature.slug ? 'Knyt til en anden organisation' : 'Knyt til en organisation i portalen',
      // R102: a signatory without a title stands alone.
      signatory: signature.title ? `${signature.signatory}, ${signature.title}` : signature.signatory,
      administers: administersText(signature),
      signed: signature.signedAt ? signedText(signature) : null,
    })),
})

function administersText({
  organisationName,
  administers,
  administersText: printed,
  onBehalf,
}: SignatureRow): string | null {
  if (administers.length === 0) return null
  if (onBehalf === true) return `Underskriver også på vegne af ${listDanish(administers)}`
  return printed || `${organisationName} administrerer ${listDanish(administers)}`
}

/** »Underskriver for X. Underskrevet i portalen den 12. marts 2026 kl. 10.00« */
function signedText({ signedAt, capacity }: SignatureRow): string {
  const when = signedAt ? `Underskrevet i portalen den ${longMoment(signedAt)}` : ''
  return [capacity, when].filter(Boolean).join('. ')
}
