import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { loadText, putTextOnAgenda } from '../../src/features/decisions/adoption/index.ts'
import { recuse } from '../../src/features/decisions/minutes/index.ts'
import { cancelMeeting } from '../../src/features/meetings/meetings/index.ts'
import { correctOutward, extendDeadline } from '../../src/features/strategy/outward/change-outward.ts'
import {
  askForStances,
  endOutward,
  fileAnswer,
  giveStance,
  letterKind,
  sendLetter,
} from '../../src/features/strategy/outward/index.ts'
import { editSection } from '../../src/features/strategy/outward/letter/change-letter.ts'
import { loadOutward } from '../../src/features/strategy/outward/load-outward.ts'
import { readCalendar, standingOf } from '../../src/features/strategy/outward/plan/read-plan.ts'
import { findOutward, readList } from '../../src/features/strategy/outward/queries.ts'
import { thawLetter } from '../../src/features/strategy/outward/sending/sent-letter.ts'
import { verifySendings } from '../../src/features/strategy/outward/sending/verify-sendings.ts'
import { readOpenStances, readOwedStances } from '../../src/features/strategy/outward/stances/stance-queries.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { inSession } from '../revision/stage.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { adoptLetter, givenMeeting, givenOutward, givenSections, housing, municipality, signBoth } from './given.ts'

// R24: one letter from the day it came until its answer is filed, and what is refused on the way.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation

const first = '2026-03-02T09:00:00.000Z'
const heard = '2026-03-05T09:00:00.000Z'
const later = '2026-03-20T09:00:00.000Z'
const sent = '2026-03-27T09:00:00.000Z'

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
})
afterAll(() => close())

const by = (who: string, at = first) => cooperation.actor(who, at)
const standing = (slug: string, at: string) => {
  const actor = by(housing, at)
  return standingOf(findOutward(actor, slug), readCalendar(actor), actor.today)
}
const sending = (shownHash: string, given: { sentOn?: string } = {}) => ({
  shownHash,
  means: 'DIGITAL_POST' as const,
  sentOn: day(given.sentOn ?? '2026-03-27'),
  note: 'Kvittering 4711',
})
const stance = (position: 'REMARKS' | 'NO_REMARKS' | 'OWN_STATEMENT', text = '') => ({ position, text, version: 0 })

describe('registered', () => {
  test('everything that is wrong is told at once, each at its field, and nothing is stored', async () => {
    const refused = givenOutward(cooperation, first, {
      receivedOn: day('2026-03-01'),
      deadline: day('2026-02-27'),
      leadId: cooperation.person('medlem.hoejstrup'),
      files: [],
    })
    await expect(refused).rejects.toMatchObject({
      told: [
        { field: 'deadline', sentence: expect.stringContaining('Fristen ligger før den dag, brevet blev modtaget') },
        { field: 'leadId' },
        { field: 'fil', sentence: 'Vedhæft det brev, der svares på.' },
      ],
    })
    expect(await db.prisma.sharedText.count()).toBe(0)
  })

  test('the plan follows the meetings there are, whenever it is read', async () => {
    const { slug } = await givenOutward(cooperation, first, { title: 'Frister', deadline: day('2026-03-31') })
    expect(standing(slug, first)).toMatchObject({ outOfReach: true, plan: null })
    const { id } = await givenMeeting(cooperation, first, '2026-03-26')
    expect(standing(slug, first)).toMatchObject({ outOfReach: false, plan: { meeting: { id } } })
    await cancelMeeting(by(housing), { meetingId: id, reason: 'Salen er optaget' })
    expect(standing(slug, first).outOfReach).toBe(true)
    await extendDeadline(by(housing), { slug, until: day('2026-05-15'), granted: 'Mail fra ministeriet' })
    await givenMeeting(cooperation, first, '2026-05-07')
    expect(standing(slug, first)).toMatchObject({ outOfReach: false, plan: { days: { MEETING: '2026-05-07' } } })
    expect(standing(slug, '2026-05-18T09:00:00.000Z')).toMatchObject({ overdue: true })
  })

  test('two secretaries who correct at once both see what the other wrote', async () => {
    const { slug } = await givenOutward(cooperation, first, { title: 'To ad gangen' })
    const correction = {
      slug,
      version: 1,
      receivedOn: day('2026-03-02'),
      deadline: day('2026-04-15'),
      hearingWorkdays: 3,
      leadId: cooperation.person(housing),
      files: [],
    }
    await correctOutward(by(housing), correction)
    await expect(correctOutward(by(municipality), { ...correction, hearingWorkdays: 8 })).rejects.toMatchObject({
      current: { hearingWorkdays: '3', deadline: '2026-04-15' },
      version: 2,
    })
  })
})

describe('a letter from the first day to its answer', () => {
  let slug: string
  let hash: string

  test('asks the organisations about the draft, and each says by its own people where it stands', async () => {
    ;({ slug } = await givenOutward(cooperation, first))
    await expect(askForStances(by(housing), { slug, until: day('2026-03-10') })).rejects.toThrow(
      'Brevet har ingen afsnit. Skriv udkastet, før organisationerne spørges.',
    )
    await expect(
      giveStance(by('medlem.hoejstrup'), { slug, organisation: 'hoejstrup', ...stance('NO_REMARKS') }),
    ).rejects.toThrow('Organisationerne er ikke spurgt endnu.')
    await givenSections(db, cooperation, slug, first)
    expect(readOwedStances(by('medlem.hoejstrup'))).toEqual([])
    await askForStances(by(housing), { slug, until: day('2026-03-10') })
    expect(readOwedStances(by('medlem.hoejstrup'))).toMatchObject([
      { organisationSlug: 'hoejstrup', until: '2026-03-10' },
    ])

    const remarks = { slug, organisation: 'hoejstrup', ...stance('REMARKS') }
    await expect(giveStance(by('medlem.hoejstrup', heard), remarks)).rejects.toMatchObject({
      told: [{ field: 'text', sentence: 'Skriv bemærkningerne.' }],
    })
    await giveStance(by('medlem.hoejstrup', heard), { ...remarks, text: 'Afsnit 1 er for blødt.' })
    expect(readOwedStances(by('medlem.hoejstrup', heard))).toEqual([])
    // Somebody else of the same organisation, from a page that was drawn before.
    await expect(
      giveStance(by('mandat.hoejstrup', heard), { ...remarks, position: 'NO_REMARKS' }),
    ).rejects.toMatchObject({ current: { position: 'REMARKS', text: 'Afsnit 1 er for blødt.' } })
    await giveStance(by('medlem.kristiansdal', heard), { slug, organisation: 'kristiansdal', ...stance('NO_REMARKS') })
    await giveStance(by('medlem.fab', heard), {
      slug,
      organisation: 'fab',
      ...stance('OWN_STATEMENT', 'Sendes fredag.'),
    })
    // An association is not asked, and answers unasked by the one that administers it.
    await giveStance(by('underskriver.domhusgaarden', heard), {
      slug,
      organisation: 'folkebo',
      ...stance('NO_REMARKS'),
    })
  })

  test('takes no stance for somebody else, and none after the day', async () => {
    await expect(
      giveStance(by('medlem.hoejstrup', heard), { slug, organisation: 'fab', ...stance('NO_REMARKS') }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      giveStance(by('medlem.bykultur', '2026-03-11T09:00:00.000Z'), {
        slug,
        organisation: 'by-og-kulturforvaltningen',
        ...stance('NO_REMARKS'),
      }),
    ).rejects.toThrow('Organisationernes frist udløb den 10. marts 2026.')
  })

  test('is not sent before the joint group has adopted it', async () => {
    const { newest } = await loadText(db.prisma, letterKind, slug, day('2026-03-11'))
    await expect(sendLetter(by(housing, later), { slug, ...sending(newest.hash) })).rejects.toThrow(
      'Brevet er ikke vedtaget. Sæt det på dagsordenen, når begge sekretariater har godkendt udkastet.',
    )
    ;({ hash } = await adoptLetter(db, cooperation, slug, { written: '2026-03-12T09:00:00.000Z', on: '2026-03-20' }))
    expect(findOutward(by('medlem.hoejstrup', later), slug).state).toBe('ADOPTED')
  })

  test('is not sent when its text was changed after it was adopted, and is again when the text is put back', async () => {
    const { newest } = await loadText(db.prisma, letterKind, slug, day('2026-03-20'))
    const section = newest.content.sections[0] ?? { key: '', heading: '', text: '' }
    await editSection(by(housing, later), { slug, version: newest.number, ...section, text: 'Varslet er rigeligt.' })
    await expect(sendLetter(by(housing, later), { slug, ...sending(hash) })).rejects.toThrow(
      'Udkastet er ændret, efter at brevet blev vedtaget.',
    )
    await editSection(by(municipality, later), { slug, version: newest.number + 1, ...section })
    await expect(sendLetter(by(housing, sent), { slug, ...sending('noget andet') })).rejects.toThrow(
      'Teksten er en anden end den, siden viste.',
    )
    await expect(
      sendLetter(by(housing, sent), { slug, ...sending(hash, { sentOn: '2026-03-19' }) }),
    ).rejects.toMatchObject({ told: [{ field: 'sentOn', sentence: expect.stringContaining('20. marts 2026') }] })
  })

  test('is sent once, word for word as adopted, with the organisations by their stance', async () => {
    await sendLetter(by(housing, sent), { slug, ...sending(hash) })
    await expect(sendLetter(by(municipality, sent), { slug, ...sending(hash) })).rejects.toThrow(
      /^Brevet er allerede sendt den 27\. marts 2026 af /,
    )
    const row = await db.prisma.outwardSending.findFirstOrThrow()
    const adopted = await db.prisma.textDraft.findUniqueOrThrow({ where: { id: row.draftId } })
    expect([row.hash, adopted.hash]).toEqual([hash, hash])
    const { groups, sections } = thawLetter(row.letter)
    expect(sections.map(({ text }) => text)).toEqual(['Varslet er for kort.', 'Udgifterne er ikke dækket.'])
    expect(groups.map(({ heading, names }) => [heading, names.length])).toEqual([
      ['Har haft bemærkninger til udkastet', 1],
      ['Har ingen bemærkninger', 2],
      ['Har afgivet egen udtalelse', 1],
      ['Har ikke svaret', 10],
    ])
    expect(verifySendings(db).wrong).toEqual([])
  })

  test('and then nothing of it is changed: no word, no row', async () => {
    const { newest } = await loadText(db.prisma, letterKind, slug, day('2026-03-27'))
    const section = newest.content.sections[0] ?? { key: '', heading: '', text: '' }
    await expect(
      editSection(by(housing, sent), { slug, version: newest.number, ...section, text: 'Nyt' }),
    ).rejects.toThrow('Brevet er sendt.')
    await expect(endOutward(by(housing, sent), { slug, step: 'WITHDRAW', reason: 'Fortrudt' })).rejects.toThrow(
      'Udtalelsen har status »Sendt, afventer svar«. Derfor kan udtalelsen ikke trækkes tilbage.',
    )
    const altered = (change: string) =>
      write(systemActor(db, instant(sent)), async tx => {
        await tx.$executeRawUnsafe(change)
        return { result: undefined, events: [] }
      })
    await expect(altered(`UPDATE OutwardSending SET note = 'en anden'`)).rejects.toThrow()
    await expect(altered('DELETE FROM OutwardSending')).rejects.toThrow()
  })

  test('so that a byte that somebody changes in the file is found', () => {
    const raw = new Sqlite(db.file)
    const letter = raw.prepare<[], string>('SELECT letter FROM OutwardSending').pluck().get() ?? ''
    const trigger = raw
      .prepare<[], string>(`SELECT sql FROM sqlite_master WHERE name = 'OutwardSending_stands'`)
      .pluck()
    const stands = trigger.get() ?? ''
    const set = raw.prepare('UPDATE OutwardSending SET letter = ?')
    raw.exec('DROP TRIGGER OutwardSending_stands')
    set.run(letter.replace('for kort', 'for lang'))
    expect(verifySendings(db).wrong).toEqual([
      `Letter ${slug}: it says something else than what was adopted.`,
      `Letter ${slug}: it has been altered since it was sent.`,
    ])
    set.run(letter)
    raw.exec(stands)
    raw.close()
    db.sql.release()
    expect(verifySendings(db).wrong).toEqual([])
  })

  test('its answer is filed point by point, and filed again by one who knows of the first', async () => {
    const point = { asked: 'Varsler', said: 'Varslet forlænges.', followed: 'PARTLY' as const, outcome: '' }
    const answer = {
      slug,
      version: 0,
      receivedOn: day('2026-03-27'),
      reference: 'Høringsnotat 7',
      summary: 'Delvist imødekommet.',
      files: [],
    }
    const refused = fileAnswer(by(housing, sent), {
      ...answer,
      receivedOn: day('2026-03-26'),
      points: [{ ...point, said: '', followed: null, outcome: 'Loven er ændret.' }],
    })
    await expect(refused).rejects.toMatchObject({
      told: [
        { field: 'receivedOn' },
        { field: 'points[0][said]', sentence: 'Punkt 1: Skriv, hvad modtageren svarede.' },
        { field: 'points[0][followed]' },
      ],
    })
    const empty = { asked: 'Økonomi', said: '', followed: null, outcome: '' }
    expect(await fileAnswer(by(housing, sent), { ...answer, points: [point, empty] })).toEqual({ points: 1 })
    await expect(fileAnswer(by(municipality, sent), { ...answer, points: [point] })).rejects.toMatchObject({
      current: { summary: 'Delvist imødekommet.' },
    })
    const { id } = await db.prisma.outwardAnswer.findFirstOrThrow()
    await fileAnswer(by(municipality, sent), {
      ...answer,
      version: id,
      points: [{ ...point, outcome: 'Bekendtgørelsen er ændret.' }],
    })
    expect(await db.prisma.outwardAnswer.count()).toBe(2)
  })

  test('closed, it is over, and says what came of it', async () => {
    await endOutward(by(housing, sent), { slug, step: 'CLOSE', reason: 'Varslet er forlænget.' })
    await expect(endOutward(by(municipality, sent), { slug, step: 'CLOSE', reason: 'Igen' })).rejects.toThrow(
      'Udtalelsen har status »Afsluttet«. Derfor kan udtalelsen ikke afsluttes.',
    )
  })
})

describe('withdrawn', () => {
  test('with a reason, it waits for nobody and is sent no more', async () => {
    const { slug } = await givenOutward(cooperation, later, { title: 'Trukket', deadline: day('2026-06-01') })
    await givenSections(db, cooperation, slug, later)
    await askForStances(by(housing, later), { slug, until: day('2026-04-10') })
    const hash = await signBoth(db, cooperation, slug, later)
    await endOutward(by(housing, later), { slug, step: 'WITHDRAW', reason: 'Høringen er aflyst.' })
    expect(readOwedStances(by('medlem.hoejstrup', later))).toEqual([])
    await expect(sendLetter(by(housing, later), { slug, ...sending(hash) })).rejects.toThrow('»Trukket tilbage«')
    await expect(
      giveStance(by('medlem.hoejstrup', later), { slug, organisation: 'hoejstrup', ...stance('NO_REMARKS') }),
    ).rejects.toThrow('»Trukket tilbage«')
  })
})

test('how far each has come is the same in the list and in the acts', async () => {
  const actor = by(housing, sent)
  const rows = readList(actor, { q: '', status: '', type: '', modtager: '', sorter: 'frist', after: null })
  const known = await write(actor, async tx => {
    const states = await Promise.all(rows.map(async ({ slug }) => (await loadOutward(tx, actor, slug)).facts.state))
    return { result: states, events: [] }
  })
  expect(rows.map(({ state }) => state)).toEqual(known)
  expect(new Set(known)).toEqual(new Set(['PREPARED', 'CLOSED', 'WITHDRAWN']))
})

test('whoever is recused from a letter behind closed doors finds neither its head nor its page, and meets no link to it', async () => {
  const { slug } = await givenOutward(cooperation, later, { title: 'Fortrolig', deadline: day('2026-06-01') })
  await givenSections(db, cooperation, slug, later)
  await askForStances(by(housing, later), { slug, until: day('2026-04-10') })
  await signBoth(db, cooperation, slug, later)
  const { id: meetingId } = await givenMeeting(cooperation, later, '2026-04-23')
  const onAgenda = { slug, meetingId, fromDay: null, caseId: null }
  const { itemId } = await putTextOnAgenda(by(housing, later), letterKind, onAgenda)
  await write(by(housing, later), async tx => {
    const closed = { closed: true, closedReason: 'Forhandling', publicTitle: 'Et brev' }
    await tx.agendaItem.update({ where: { id: itemId }, data: closed })
    return { result: undefined, events: [] }
  })
  await inSession(db, cooperation, meetingId, '2026-04-23T12:00:00.000Z')
  const seen = (at: string) => {
    const actor = by('medlem.hoejstrup', at)
    const all = { q: '', status: '', type: '', modtager: '', sorter: 'frist', after: null } as const
    return [
      readList(actor, all).map(({ title }) => title),
      readOwedStances(actor).map(({ title }) => title),
      readOpenStances(actor, cooperation.organisation('hoejstrup')).map(({ title }) => title),
    ].filter(titles => titles.includes('Fortrolig')).length
  }
  expect(seen(later)).toBe(3)
  const personId = cooperation.person('medlem.hoejstrup')
  await recuse(by(municipality, '2026-04-23T12:05:00.000Z'), { itemId, personId, reason: 'Inhabil' })
  expect(seen(later)).toBe(0)
  expect(() => findOutward(by('medlem.hoejstrup', later), slug)).toThrow('Udtalelsen findes ikke.')
  expect(findOutward(by('medlem.fab', later), slug).title).toBe('Fortrolig')
})
