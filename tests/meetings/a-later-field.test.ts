import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowReader } from '../../src/database/reader.ts'
import { readVersions, textOfVersion } from '../../src/features/agreement/agreement/queries.ts'
import {
  type AgreementText,
  laterAgreementFields,
  sealedText,
} from '../../src/features/agreement/agreement/version/agreement-text.ts'
import { laterMinutesFields, sealedMinutes } from '../../src/features/decisions/minutes/document/minutes-content.ts'
import {
  type AgendaContent,
  laterAgendaFields,
  sealedAgenda,
} from '../../src/features/meetings/meetings/agenda/agenda-content.ts'
import { contentOf, loadAgenda } from '../../src/features/meetings/meetings/agenda/load-agenda.ts'
import { contentForm, type LaterField } from '../../src/kernel/content-form.ts'
import type { TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await demoApp()
})
afterAll(() => portal.close())

const all = <Row>(sql: string) => portal.db.sql.asStored<Row>(sql)
/** Each kind of content as it would be sealed once the portal kept one text more. */
const taught = <Content extends object>(later: readonly LaterField[], path: string) =>
  contentForm<Content>([...later, { form: 1000, path, empty: '' }])

test('an agenda that was sent is not asked to be sent again because its items have got a field', async () => {
  const form = taught<AgendaContent>(laterAgendaFields, 'items.background')
  const sent = all<{ meetingId: number; content: string; hash: string }>(
    'SELECT meetingId, content, hash FROM AgendaVersion',
  )
  expect(sent.length).toBeGreaterThan(5)
  for (const version of sent) {
    const { meeting, items } = sealedAgenda.thaw(version.content)
    expect(sealedAgenda.hash({ meeting, items })).toBe(version.hash)
    const withField = form.complete({ meeting, items })
    expect(form.seal(withField)).toBe(version.hash)
    expect(sealedAgenda.difference(form.complete({ meeting, items }), withField).same).toBe(true)
  }
  const called = all<{ id: number; hash: string }>(
    `SELECT m.id, v.hash FROM Meeting m JOIN AgendaVersion v ON v.meetingId = m.id
     WHERE m.state = 'CALLED' AND v.number = (SELECT max(number) FROM AgendaVersion WHERE meetingId = m.id)`,
  )
  expect(called.length).toBeGreaterThan(0)
  for (const { id, hash } of called) {
    const standing = contentOf(await loadAgenda(rowReader(portal.db), id))
    expect(form.seal(form.complete(standing))).toBe(hash)
  }
})

test('minutes, drafts and agreements that were sealed hold with a field more', () => {
  const minutes = all<{ content: string; hash: string }>('SELECT content, hash FROM MinutesVersion')
  expect(minutes.length).toBeGreaterThan(5)
  const minutesForm = taught<ReturnType<typeof sealedMinutes.thaw>>(laterMinutesFields, 'items.background')
  for (const { content, hash } of minutes) {
    expect(sealedMinutes.hash(sealedMinutes.thaw(content))).toBe(hash)
    expect(minutesForm.seal(minutesForm.complete(sealedMinutes.thaw(content)))).toBe(hash)
  }
  const drafts = all<{ content: string; hash: string }>('SELECT content, hash FROM ConsolidatedDraft').map(
    ({ content, hash }) => ({ text: JSON.parse(content) as AgreementText, hash }),
  )
  const versions = readVersions(portal.db).map(version => ({
    text: textOfVersion(portal.db, version),
    hash: version.textHash,
  }))
  const texts = [...drafts, ...versions]
  expect(texts.length).toBeGreaterThan(2)
  const readWords = ({ title, parties, dateText, sections, appendices }: AgreementText) => ({
    ...{ title, parties, dateText, appendices },
    sections: sections.map(({ number, heading, body }) => ({ number, heading, body })),
  })
  const form = taught<ReturnType<typeof readWords>>(laterAgreementFields, 'sections.commentary')
  for (const { text, hash } of texts) {
    expect(sealedText.hash(text)).toBe(hash)
    expect(form.seal(form.complete(readWords(text)))).toBe(hash)
  }
})
