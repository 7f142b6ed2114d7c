import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { htmlFaults } from '../support/html.ts'
import { days, inSession, type RevisionStage, revisionStage, signers } from './stage.ts'

let portal: TestApp
let stage: RevisionStage
const path = '/aftalen/revision/2026'

beforeEach(async () => {
  portal = await testApp({ now: days.opened })
  stage = await revisionStage(portal.db)
})
afterEach(() => portal.close())

const as = async (key: string, at: string): Promise<Client> => {
  portal.clock.set(at)
  return portal.signIn(key)
}
const opening = { year: '2026', proposalsUntil: '2026-05-01', purpose: 'Ret henvisningen.' }
/** The words under a heading, as they are read aloud. */
const textIn = (html: string, heading: string): string =>
  (new RegExp(`aria-labelledby="${heading}">([\\s\\S]*?)</section>`).exec(html)?.[1] ?? '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
const proposal = (fields: Record<string, string> = {}) => ({
  organisationId: String(stage.cooperation.organisation('fab')),
  section: 'organisationen',
  kind: 'REPLACE',
  words: 'de under 4 nævnte opgaver..',
  text: 'de i § 5 nævnte opgaver.',
  reasons: 'Opgaverne står i § 5.',
  ...fields,
})

describe('the rounds', () => {
  test('are missed by everyone who reads the list, and opened by a secretariat', async () => {
    const reader = await as('laeser', days.opened)
    const list = await reader.get('/aftalen/revision')
    expect(list.text).toContain('Revisionen i 2026 er ikke åbnet. Den er påkrævet efter aftalens § 7.')
    expect(list.text).not.toContain('Åbn en revision')
    expect((await reader.get('/aftalen/revision/ny')).status).toBe(403)
    expect((await reader.post('/aftalen/revision/ny', opening)).status).toBe(403)
    expect((await reader.get(path)).status).toBe(404)

    const secretariat = await portal.signIn('sekretariat.bolig')
    expect((await secretariat.get('/aftalen/revision/ny')).text).toContain('Frist for ændringsforslag')
    const wrong = await secretariat.post('/aftalen/revision/ny', { ...opening, proposalsUntil: 'snart' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv datoen som dd.mm.åååå')
    expect(wrong.text).toContain('Ret henvisningen.')
    const early = await secretariat.post('/aftalen/revision/ny', { ...opening, proposalsUntil: '2026-03-12' })
    expect(early.text).toContain('Fristen for ændringsforslag skal ligge efter i dag.')
    const opened = await secretariat.post('/aftalen/revision/ny', opening)
    expect(opened.headers.location).toBe(path)
    expect((await reader.get(path)).text).toContain('Åben for ændringsforslag')
  })

  test('are closed to whoever belongs to neither party, and to whoever is not signed in', async () => {
    await stage.opened()
    const anonymous = await portal.anonymous().get(path)
    expect(anonymous.status).toBe(303)
    expect((await (await as('laeser', days.opened)).get(`${path}/forslag/7`)).status).toBe(404)
  })
})

describe('a proposal', () => {
  beforeEach(() => stage.opened())

  test('is made by a member for the own organisation, beside the clause’s text', async () => {
    const member = await as('medlem.fab', days.proposed)
    const form = await member.get(`${path}/forslag/ny?paragraf=organisationen`)
    expect(form.text).toContain('Fælles gruppe drøfter de under 4 nævnte opgaver')
    const unfounded = await member.post(`${path}/forslag`, proposal({ reasons: '' }))
    expect(unfounded.status).toBe(422)
    expect(unfounded.text).toContain('Feltet »Begrundelse« skal udfyldes.')
    expect(unfounded.text).toContain('de i § 5 nævnte opgaver.')
    const elsewhere = await member.post(`${path}/forslag`, proposal({ words: 'noget andet' }))
    expect(elsewhere.text).toContain('Ordene står ikke i bestemmelsen.')
    const foreign = proposal({ organisationId: String(stage.cooperation.organisation('hoejstrup')) })
    expect((await member.post(`${path}/forslag`, foreign)).status).toBe(403)
    const made = await member.post(`${path}/forslag`, proposal())
    const page = await member.get(made.headers.location ?? '')
    expect(page.text).toContain('Ændringsforslag 1')
    const wording = textIn(page.text, 'ordlyd')
    expect(wording).toContain('fjernet: under 4')
    expect(wording).toContain('tilføjet: i § 5')
    expect(wording).toContain('§ 6. Organisationen')
    const reader = await portal.signIn('laeser')
    expect((await reader.post(`${path}/forslag`, proposal())).status).toBe(403)
    expect((await reader.get(`${path}/forslag/ny`)).status).toBe(403)
  })

  test('tells all that it lacks at once, and keeps what was typed', async () => {
    const member = await as('medlem.fab', days.proposed)
    const bare = proposal({ section: 'nyt', kind: 'ADD', words: '', heading: '', text: '', reasons: '' })
    const { status, text } = await member.post(`${path}/forslag`, bare)
    expect(status).toBe(422)
    for (const label of ['Overskrift', 'Ny tekst', 'Begrundelse'])
      expect(text).toContain(`Feltet »${label}« skal udfyldes.`)
    const misquoted = await member.post(`${path}/forslag`, proposal({ words: 'noget andet', text: '', reasons: '' }))
    expect(misquoted.status).toBe(422)
    expect(misquoted.text).toContain('Ordene står ikke i bestemmelsen.')
    expect(misquoted.text).toContain('Feltet »Ny tekst« skal udfyldes.')
    expect(misquoted.text).toContain('Feltet »Begrundelse« skal udfyldes.')
    expect(misquoted.text).toContain('noget andet')
  })

  test('of a new section has a heading', async () => {
    const member = await as('medlem.fab', days.proposed)
    const fields = proposal({ section: 'nyt', kind: 'ADD', words: '', text: 'Parterne bygger grønt.' })
    expect((await member.post(`${path}/forslag`, fields)).text).toContain('Feltet »Overskrift« skal udfyldes.')
    const made = await member.post(`${path}/forslag`, { ...fields, heading: 'Klima' })
    expect((await member.get(made.headers.location ?? '')).text).toContain('Ny bestemmelse: Klima')
    expect(textIn((await member.get(`${path}/forslag/1`)).text, 'ordlyd')).toContain('tilføjet: Parterne bygger grønt.')
  })

  test('is supported, discussed and withdrawn', async () => {
    await stage.propose('medlem.fab', 'fab')
    const hoejstrup = await as('medlem.hoejstrup', days.proposed)
    const organisationId = String(stage.cooperation.organisation('hoejstrup'))
    expect((await hoejstrup.get(`${path}/forslag/1`)).text).toContain('Støt forslaget for Boligforeningen Højstrup')
    expect((await hoejstrup.post(`${path}/forslag/1/stoet`, { organisationId })).status).toBe(303)
    expect((await hoejstrup.post(`${path}/forslag/1/stoet`, { organisationId })).status).toBe(422)
    expect((await hoejstrup.post(`${path}/forslag/1/traek-stoette`, { organisationId })).status).toBe(303)
    expect((await hoejstrup.post(`${path}/forslag/1/indlaeg`, { comment: '' })).status).toBe(422)
    expect((await hoejstrup.post(`${path}/forslag/1/indlaeg`, { comment: 'Godt set.' })).status).toBe(303)
    expect((await hoejstrup.get(`${path}/forslag/1`)).text).toContain('Godt set.')
    expect((await hoejstrup.post(`${path}/forslag/1/traek`, { why: 'Nej' })).status).toBe(403)
    const reader = await portal.signIn('laeser')
    expect((await reader.post(`${path}/forslag/1/indlaeg`, { comment: 'Hej' })).status).toBe(403)
    expect((await reader.post(`${path}/forslag/1/stoet`, { organisationId })).status).toBe(403)
    expect((await reader.post(`${path}/forslag/1/traek-stoette`, { organisationId })).status).toBe(403)
    expect((await reader.post(`${path}/forslag/1/traek`, { why: 'Nej' })).status).toBe(403)
    const fab = await portal.signIn('medlem.fab')
    expect((await fab.post(`${path}/forslag/1/traek`, { why: '' })).status).toBe(422)
    expect((await fab.post(`${path}/forslag/1/traek`, { why: 'Indgår i et andet.' })).status).toBe(303)
    expect((await fab.get(path)).text).toContain('Trukket tilbage')
  })
})

describe('a step', () => {
  test('is taken on its own page, by the secretariats only, and says what stands in the way', async () => {
    await stage.opened()
    const member = await as('medlem.fab', days.proposed)
    expect((await member.get(`${path}/skridt/sammenskriv`)).status).toBe(403)
    expect((await member.post(`${path}/skridt/sammenskriv`)).status).toBe(403)
    const secretariat = await portal.signIn('sekretariat.kommune')
    expect((await secretariat.get(path)).text).toContain('Fristen for ændringsforslag er ikke udløbet.')
    const early = await secretariat.post(`${path}/skridt/sammenskriv`)
    expect(early.status).toBe(422)
    expect(early.text).toContain('Fristen for ændringsforslag er ikke udløbet.')
    const moved = { until: '2026-06-01', reason: 'To organisationer bad om mere tid.' }
    expect((await secretariat.post(`${path}/skridt/forlaeng`, { ...moved, reason: '' })).status).toBe(422)
    expect((await secretariat.post(`${path}/skridt/forlaeng`, moved)).status).toBe(303)
    expect((await secretariat.get(path)).text).toContain('To organisationer bad om mere tid.')
    expect((await secretariat.get(`${path}/skridt/luk`)).text).toContain('har endnu ikke besluttet')
    expect((await secretariat.get(`${path}/skridt/nonsens`)).status).toBe(404)
  })
})

describe('the draft', () => {
  test('answers proposals, and is signed off by both secretariats and heard', async () => {
    await stage.drafting()
    const housing = await as('sekretariat.bolig', days.drafted)
    const municipality = await portal.signIn('sekretariat.kommune')
    const member = await portal.signIn('medlem.fab')
    const answer = { version: '1', outcome: 'DECLINED', reason: '' }
    expect((await member.post(`${path}/forslag/1/svar`, answer)).status).toBe(403)
    expect((await housing.post(`${path}/forslag/1/svar`, { version: '1' })).text).toContain('Vælg, hvad der skal ske')
    expect((await housing.post(`${path}/forslag/1/svar`, answer)).text).toContain('Skriv, hvorfor')
    expect((await housing.post(`${path}/forslag/1/svar`, { ...answer, outcome: 'TAKEN_IN' })).status).toBe(303)

    expect((await housing.get(`${path}/udkast`)).text).toContain('de i § 5 nævnte opgaver.')
    expect((await member.get(`${path}/udkast`)).status).toBe(404)
    expect((await member.get(`${path}/udkast/maalet`)).status).toBe(403)
    const edit = { version: '2', heading: 'Målet', body: 'Samarbejdet styrker indsatsen.', note: '' }
    expect((await member.post(`${path}/udkast/maalet`, edit)).status).toBe(403)
    expect((await housing.post(`${path}/udkast/maalet`, { ...edit, body: '' })).text).toContain('Feltet »Tekst«')
    expect((await housing.post(`${path}/udkast/maalet`, edit)).status).toBe(303)
    const late = await municipality.post(`${path}/udkast/maalet`, { ...edit, body: 'Noget andet.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Noget andet.')
    expect(late.text).toContain('Samarbejdet styrker indsatsen.')
    expect((await housing.get(`${path}/udkast/findes-ikke`)).status).toBe(404)

    const hash = await stage.draftHash()
    expect((await member.post(`${path}/udkast/godkend`, { hash })).status).toBe(403)
    expect((await housing.post(`${path}/udkast/godkend`, { hash: 'forældet' })).status).toBe(422)
    expect((await housing.post(`${path}/udkast/godkend`, { hash })).status).toBe(303)
    expect((await member.post(`${path}/udkast/traek-godkendelse`)).status).toBe(403)
    expect((await housing.post(`${path}/udkast/traek-godkendelse`)).status).toBe(303)
    await housing.post(`${path}/udkast/godkend`, { hash })
    expect((await member.get(`${path}/udkast`)).status).toBe(404)
    await municipality.post(`${path}/udkast/godkend`, { hash })
    expect((await member.get(`${path}/udkast`)).text).toContain('de i § 5 nævnte opgaver.')
    expect((await housing.post(`${path}/skridt/send-i-hoering`, { until: '' })).text).toContain('skal udfyldes')
    expect((await housing.post(`${path}/skridt/send-i-hoering`, { until: '2026-06-01' })).status).toBe(303)

    const group = await as('strategi.bolig', days.heard)
    const reply = { side: 'HOUSING', section: 'organisationen', stance: 'WITH_REMARKS', text: '' }
    expect((await group.post(`${path}/hoering`, reply)).text).toContain('Skriv forbeholdet eller indvendingen.')
    expect((await group.post(`${path}/hoering`, { ...reply, text: 'Det er klarere nu.' })).status).toBe(303)
    expect((await group.post(`${path}/hoering`, { ...reply, side: 'MUNICIPALITY', text: 'x' })).status).toBe(403)
    const whole = { side: 'HOUSING', section: 'hele', stance: 'SUPPORTS', text: '' }
    expect((await group.post(`${path}/hoering`, whole)).status).toBe(303)
    const seen = await (await portal.signIn('laeser')).get(`${path}/hoering`)
    expect(seen.text).toContain('Det er klarere nu.')
    expect(seen.text).not.toContain('Afgiv høringssvar')
    expect((await (await portal.signIn('laeser')).post(`${path}/hoering`, whole)).status).toBe(403)
    expect((await (await portal.signIn('medlem.fab')).post(`${path}/hoering`, whole)).status).toBe(403)
  })

  test('has its sections moved and new ones placed where they belong, and the comparison tells', async () => {
    await stage.drafting()
    const housing = await as('sekretariat.bolig', days.drafted)
    const member = await portal.signIn('medlem.fab')
    const move = { version: '1', direction: 'UP' }
    expect((await member.post(`${path}/udkast/moederne/flyt`, move)).status).toBe(403)
    expect((await member.get(`${path}/ny-bestemmelse`)).status).toBe(403)
    expect((await member.get(`${path}/udkast`)).text).not.toContain('Flyt op')
    expect((await housing.get(`${path}/udkast`)).text).toContain('Flyt ned <span class="sr-only">1. Parterne')
    expect((await housing.post(`${path}/udkast/moederne/flyt`, { version: '1' })).text).toContain('Vælg, hvor')
    expect((await housing.post(`${path}/udkast/parterne/flyt`, move)).text).toContain('kan ikke flyttes længere')
    expect((await housing.post(`${path}/udkast/findes-ikke/flyt`, move)).status).toBe(404)
    const moved = await housing.post(`${path}/udkast/moederne/flyt`, move)
    expect(moved.headers.location).toBe(`${path}/udkast#paragraf-6`)
    const late = await housing.post(`${path}/udkast/moederne/flyt`, move)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Udkastet er ændret, siden du åbnede siden.')

    const written = { version: '2', heading: 'Klima', body: 'Parterne bygger grønt.', place: 'maalet', note: '' }
    expect((await member.post(`${path}/ny-bestemmelse`, written)).status).toBe(403)
    const empty = await housing.post(`${path}/ny-bestemmelse`, { ...written, heading: '' })
    expect(empty.text).toContain('Feltet »Overskrift« skal udfyldes.')
    expect(empty.text).toContain('Parterne bygger grønt.')
    const nowhere = await housing.post(`${path}/ny-bestemmelse`, { ...written, place: 'månen' })
    expect(nowhere.text).toContain('Vælg, hvor bestemmelsen skal stå.')
    expect((await housing.post(`${path}/ny-bestemmelse`, written)).status).toBe(303)
    const draft = await housing.get(`${path}/udkast`)
    for (const heading of ['3. Klima', '4. Baggrunden', '7. Møderne', '8. Organisationen'])
      expect(draft.text).toContain(heading)
    const compared = await housing.get('/aftalen/2012/sammenlign/udkast-2026-3')
    expect(compared.text).toContain('1 bestemmelse er ny')
    expect(compared.text).toContain('1 bestemmelse er flyttet')
    expect((await housing.get(`${path}/udkast/klima`)).status).toBe(200)
  })

  test('waits for a conflict to be resolved by both', async () => {
    await stage.opened()
    await stage.propose('medlem.fab', 'fab')
    await stage.propose('medlem.hoejstrup', 'hoejstrup', { words: 'under 4', text: 'i § 5' })
    const member = await as('medlem.fab', days.proposed)
    expect((await member.get(path)).text).toContain('I modstrid med nr. 2')
    const pair = `${path}/modstrid/1/2`
    expect((await member.get(pair)).text).toContain('når fristen for ændringsforslag er udløbet')
    const housing = await as('sekretariat.bolig', days.drafted)
    await housing.post(`${path}/skridt/sammenskriv`)
    const said = { outcome: 'FIRST', reason: 'Det er mest klart.' }
    expect((await member.post(pair, said)).status).toBe(403)
    expect((await housing.post(pair, { ...said, reason: '' })).text).toContain('Feltet »Begrundelse«')
    expect((await housing.post(pair, { ...said, outcome: 'BOTH_ADAPTED' })).text).toContain('Skriv den fælles tekst.')
    expect((await housing.post(pair, said)).headers.location).toBe(pair)
    const municipality = await portal.signIn('sekretariat.kommune')
    expect((await municipality.get(pair)).text).toContain('Boligorganisationernes sekretariat:')
    expect((await municipality.post(pair, said)).headers.location).toBe(path)
    expect((await municipality.get(path)).text).toContain('Ikke imødekommet')
    expect((await municipality.get(`${path}/modstrid/1/9`)).status).toBe(404)
  })
})

describe('the joint group', () => {
  test('is given the draft on an agenda and decides with the mandate check', async () => {
    await stage.heard()
    const meetingId = await stage.meeting()
    const housing = await as('sekretariat.bolig', days.heard)
    expect((await housing.post(`${path}/skridt/dagsorden`, { meetingId: '' })).text).toContain('Vælg et møde.')
    expect((await housing.get(`${path}/skridt/dagsorden`)).text).toContain('18. juni 2026')
    await housing.post(`${path}/skridt/dagsorden`, { meetingId: String(meetingId) })
    const item = await portal.db.prisma.revisionItem.findFirstOrThrow()
    await stage.mandates()
    const decision = `${path}/beslutning/${item.itemId}`
    const stances = { stanceHousing: 'SUPPORTS', stanceMunicipality: 'SUPPORTS' }
    const soon = await housing.post(decision, stances)
    expect(soon.status).toBe(422)
    await inSession(portal.db, stage.cooperation, meetingId)
    const secretary = await as('sekretariat.kommune', days.endorsed)
    const form = await secretary.get(decision)
    expect(form.text).toContain('Mandatkontrol')
    expect(form.text.match(/Underskriver den reviderede samarbejdsaftale 2026/g)).toHaveLength(13)
    expect((await secretary.post(decision, { stanceHousing: 'SUPPORTS' })).text).toContain('Angiv kommunens holdning.')
    expect((await (await portal.signIn('medlem.fab')).post(decision, stances)).status).toBe(403)
    expect((await (await portal.signIn('medlem.fab')).get(decision)).status).toBe(403)
    expect((await secretary.post(decision, stances)).headers.location).toBe('/beslutninger/2026/1')
    expect((await secretary.get(path)).text).toContain('Udkastet er tiltrådt.')
    const opened = await secretary.post(`${path}/skridt/aabn-underskrivning`, { until: '2026-09-01' })
    expect(opened.status).toBe(303)
    expect((await secretary.get(path)).text).toContain('0 af 13 organisationer har underskrevet.')
  })
})

describe('signing', () => {
  beforeEach(() => stage.signing())

  test('is by the organisation’s own signatory, over the text, with the password again', async () => {
    const signatory = await as('underskriver.kristiansdal', days.signed)
    const sign = `${path}/underskriv/kristiansdal`
    const hash = await stage.draftHash()
    const signature = { hash, read: '1', password: 'boligstrategi-demo', onBehalfOf: 'Næsby Boligselskab' }
    expect((await signatory.get('/')).text).toContain(
      `<a href="${sign}">Underskriv den reviderede aftale for Boligforeningen Kristiansdal</a>`,
    )
    expect((await (await portal.signIn('sekretariat.kommune')).get('/')).text).toContain(
      `<a href="${path}#underskrifter">Den reviderede aftale fra 2026 mangler underskrift fra 13 organisationer</a>`,
    )
    const page = await signatory.get(sign)
    expect(page.text).toContain(hash)
    expect(page.text).toContain('Næsby Boligselskab')
    expect((await signatory.get(`${path}/underskriv/fab`)).status).toBe(403)
    expect((await signatory.post(`${path}/underskriv/fab`, signature)).status).toBe(403)
    for (const key of ['sekretariat.bolig', 'medlem.kristiansdal', 'administrator']) {
      const other = await portal.signIn(key)
      expect((await other.post(sign, signature)).status).toBe(403)
      expect((await other.post(`${sign}/afvis`, { declineReason: 'Nej' })).status).toBe(403)
    }
    expect((await signatory.post(sign, { ...signature, read: '' })).text).toContain('Bekræft, at du har læst teksten.')
    const wrong = await signatory.post(sign, { ...signature, password: 'gættet-forkert' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Adgangskoden er forkert.')
    expect(wrong.text).not.toContain('gættet-forkert')
    expect(wrong.text).toMatch(/value="Næsby Boligselskab" checked/)
    expect((await signatory.post(sign, { ...signature, hash: 'en anden' })).status).toBe(422)
    expect((await signatory.post(sign, signature)).status).toBe(303)
    const seen = await (await portal.signIn('laeser')).get(path)
    expect(seen.text).toContain('1 af 13 organisationer har underskrevet.')
    expect(seen.text).toContain('Også for Næsby Boligselskab.')
    expect((await signatory.get(sign)).text).toContain('Boligforeningen Kristiansdal har underskrevet.')
  })

  test('stops visibly at a decline with its reason', async () => {
    const signatory = await as('underskriver.fab', days.signed)
    const decline = `${path}/underskriv/fab/afvis`
    const nothing = await signatory.post(decline, { declineReason: '' })
    expect(nothing.text).toContain('Feltet »Begrundelse« skal udfyldes.')
    expect(nothing.text).toContain('Skriv din adgangskode igen for at afvise.')
    const declineReason = 'Bestyrelsen skal høres.'
    expect((await signatory.post(decline, { declineReason })).status).toBe(422)
    const wrong = await signatory.post(decline, { declineReason, declinePassword: 'gættet-forkert' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Adgangskoden er forkert. Intet er afvist.')
    expect(wrong.text).toContain(declineReason)
    expect(wrong.text).not.toContain('gættet-forkert')
    expect(await htmlFaults(wrong.text)).toEqual([])
    expect((await (await portal.signIn('laeser')).get(path)).text).not.toContain('Revisionen er stoppet')
    const declinePassword = 'boligstrategi-demo'
    expect((await signatory.post(decline, { declineReason, declinePassword })).status).toBe(303)
    const seen = await (await portal.signIn('laeser')).get(path)
    expect(seen.text).toContain('Revisionen er stoppet')
    expect(seen.text).toContain('Bestyrelsen skal høres.')
  })

  test('releases only one that is no longer there, by a secretariat', async () => {
    const member = await as('medlem.fab', days.signed)
    expect((await member.post(`${path}/underskriv/fab/fritag`)).status).toBe(403)
    const secretariat = await portal.signIn('sekretariat.bolig')
    expect((await secretariat.post(`${path}/underskriv/fab/fritag`)).status).toBe(422)
    expect((await secretariat.post(`${path}/underskriv/landsbyggefonden/fritag`)).status).toBe(404)
  })

  test('by all puts the new version in the portal (R83)', async () => {
    for (const slug of signers) await stage.sign(slug)
    const reader = await as('laeser', '2026-08-11T09:00:00.000Z')
    const page = await reader.get(path)
    expect(page.text).toContain('Trådt i kraft')
    expect(page.text).toContain('Aftalen fra 2026')
    const version = await reader.get('/aftalen/2026')
    expect(version.text).toContain('Kort sagt (fra 2012, da bestemmelsen havde samme ordlyd)')
    expect((await reader.get('/aftalen/2012')).text).toContain('<summary>Kort sagt</summary>')
  })
})
