import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { sectionsBetween } from '../../../../kernel/redline/sections-between.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { capitalised } from '../../../../kernel/text.ts'
import { changesText, isSameThroughout, redlineSection } from '../../../ground/sealed/index.ts'
import { editionOf, inEdition, meetingCrumbs, meetingTabs, meetingTitle } from '../../../meetings/meetings/index.ts'
import { comparedMinutes } from '../document/compared-minutes.ts'
import { loadMinutes } from '../document/load-minutes.ts'
import { type MinutesContent, minutesFor, sealedMinutes } from '../document/minutes-content.ts'
import type { VersionRow } from '../document/minutes-queries.ts'
import type { ChangesQuery } from '../forms.ts'
import { draftChangesPath, minutesPath, minutesVersionPath, versionChangesPath } from '../paths.ts'
import { minutesAreOpen } from '../session/session-facts.ts'
import { headOf, type Reading, readingOf, sentText, versionBefore } from './minutes-reading.ts'

/** One of the two that are compared. */
interface Side {
  name: string
  href: string
  content: MinutesContent
}

/** What a version of the minutes changed of the one before, word for word, as this reader may read both. */
export async function versionChangesPage(actor: Actor, meetingId: number, number: number, query: ChangesQuery) {
  const reading = await readingOf(actor, meetingId, editionOf(query))
  const version = reading.versions.find(one => one.number === number)
  const before = versionBefore(reading, number)
  if (!version || !before) throw notFound()
  const path = versionChangesPath(meetingId, number)
  return changesPage(actor, reading, query, path, sideOf(reading, before), sideOf(reading, version), sentText(version))
}

/** What is being changed of the version that was taken back. */
export async function draftChangesPage(actor: Actor, meetingId: number, query: ChangesQuery) {
  const reading = await readingOf(actor, meetingId, editionOf(query))
  const [latest] = reading.versions
  if (!latest || !minutesAreOpen(reading.state)) throw notFound()
  const content = await loadMinutes(rowReader(actor.database), meetingId)
  const draft = { name: 'udkastet', href: minutesPath(meetingId), content }
  const told = `Version ${latest.number} blev sendt til indsigelse den ${longMoment(latest.sentAt)} og er taget tilbage til rettelse.`
  return changesPage(actor, reading, query, draftChangesPath(meetingId), sideOf(reading, latest), draft, told)
}

const sideOf = ({ meeting, edition }: Reading, { number, content }: VersionRow): Side => ({
  name: `version ${number}`,
  href: inEdition(minutesVersionPath(meeting.id, number), edition),
  content: sealedMinutes.thaw(content),
})

function changesPage(
  actor: Actor,
  { meeting, state, reader, edition }: Reading,
  query: ChangesQuery,
  path: string,
  old: Side,
  now: Side,
  told: string,
) {
  const copyOf = ({ content }: Side) => comparedMinutes(minutesFor(content, reader))
  const sections = sectionsBetween(copyOf(old), copyOf(now))
  const address = (vis: string) => withQuery(path, { udgave: query.udgave, vis })
  const heading = `Ændringer fra ${old.name} til ${now.name}`
  return {
    ...headOf(meeting, state),
    title: `${heading}: ${meetingTitle(meeting)}`,
    heading,
    tabs: meetingTabs(actor, meeting, 'minutes'),
    crumbs: meetingCrumbs(
      meeting,
      { text: 'Referat', href: inEdition(minutesPath(meeting.id), edition) },
      { text: 'Ændringer' },
    ),
    told,
    summary: isSameThroughout(sections)
      ? 'Der er ingen forskel på det, du kan læse i de to.'
      : `${changesText(sections, 'afsnit', 'afsnit').join('. ')}.`,
    views: [
      { text: 'I én tekst', href: address(''), current: query.vis === '' },
      { text: 'Side om side', href: address('side'), current: query.vis === 'side' },
    ],
    sideBySide: query.vis === 'side',
    sections: sections.map(section => redlineSection(section)),
    old: { name: capitalised(old.name), href: old.href },
    now: { name: capitalised(now.name), href: now.href },
  }
}
