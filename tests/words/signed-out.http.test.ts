import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { isSecret } from '../../src/http/forms/forms.ts'
import { instant } from '../../src/kernel/days.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { formTo } from '../support/form-on-page.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let municipality: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
})
afterAll(() => portal.close())
beforeEach(async () => {
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
})

const longText = 'Naboerne klager over støj om natten, og ingen har målt den.'

/** The form of a new case, filled in, and whatever was signed out meanwhile. */
async function writtenCase(title: string) {
  const form = formTo((await housing.get('/sager/ny')).text, '/sager')
  return { ...form.fields, bodyId: String(stage.cooperation.body('faelles-gruppe')), title, summary: longText }
}
const count = (title: string) => portal.db.prisma.case.count({ where: { title } })

/** Signs in by the form that the person was led to, and follows where it leads. */
async function signInAt(location: string, email: string) {
  const client = portal.anonymous()
  const page = await client.get(location)
  const form = formTo(page.text, '/log-ind')
  const answer = await client.post('/log-ind', {
    ...form.fields,
    email: `${email}@demo.example`,
    adgangskode: 'boligstrategi-demo',
  })
  return { client, page, goesTo: answer.headers.location ?? '' }
}

describe('a form that is sent when the session has ended', () => {
  test('comes back filled in when the same person has signed in, and takes effect when it is sent again', async () => {
    const fields = await writtenCase('Støj ved banen')
    const answer = await portal.anonymous().post('/sager', fields)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).not.toContain('banen')
    const { client, page, goesTo } = await signInAt(answer.headers.location ?? '', 'sekretariat.bolig')
    expect(page.text).toContain('Det, du skrev, er gemt som kladde, og du får det igen, når du logger ind.')
    const back = await client.get(goesTo)
    expect(back.status).toBe(200)
    expect(back.text).toContain('Du var logget ud, da du sendte formularen')
    const again = formTo(back.text, '/sager')
    expect(again.fields).toMatchObject({ title: 'Støj ved banen', summary: longText })
    expect(await count('Støj ved banen')).toBe(0)
    expect((await client.post('/sager', again.fields)).status).toBe(303)
    expect(await count('Støj ved banen')).toBe(1)
    // The draft has served.
    expect((await client.get('/kladder')).text).toContain('Du har ingen kladder.')
  })

  test('is kept from whoever else signs in, who is led to the form as it stands', async () => {
    const fields = await writtenCase('Fortroligt oplæg')
    const answer = await portal.anonymous().post('/sager', fields)
    const { client, goesTo } = await signInAt(answer.headers.location ?? '', 'sekretariat.kommune')
    const led = await client.get(goesTo)
    expect(led.status).toBe(303)
    const page = await client.get(led.headers.location ?? '')
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Fortroligt oplæg')
    expect(page.text).not.toContain('Du har en kladde')
    expect((await client.get('/kladder')).text).not.toContain('Fortroligt')
    // Its writer finds it later, on the form's page and in the list.
    expect((await housing.get('/sager/ny')).text).toContain('Du har en kladde')
    expect((await housing.get('/kladder')).text).toContain('Fortroligt oplæg')
  })

  test('is kept with what stands beside its file, and says at the file that it must be chosen again', async () => {
    const meetingId = await stage.prepared()
    const { id } = await stage.put(meetingId, { title: 'Støj' })
    const path = `/moeder/${meetingId}/punkter/${id}`
    const form = formTo((await housing.get(`${path}/rediger`)).text, `${path}/bilag`)
    const fields = { ...form.fields, title: 'Målinger fra marts' } as Record<string, string>
    const file = { field: 'fil', name: 'maalinger.pdf', content: Buffer.from('%PDF-1.4') }
    const sent = await portal.anonymous().upload(`${path}/bilag`, fields, file)
    const { client, goesTo } = await signInAt(sent.headers.location ?? '', 'sekretariat.bolig')
    const back = await client.get(goesTo)
    expect(back.text).toContain('Målinger fra marts')
    expect(back.text).toContain('Vælg filen igen. En kladde kan ikke gemme filer.')
  })

  test('leads back to the page of a mere button, and says that nothing has happened', async () => {
    const meetingId = await stage.prepared()
    await stage.put(meetingId)
    const form = formTo(
      (await housing.get(`/moeder/${meetingId}/dagsorden`)).text,
      `/moeder/${meetingId}/dagsorden/godkend`,
    )
    const answer = await portal.anonymous().post(form.action, form.fields)
    const { page, goesTo } = await signInAt(answer.headers.location ?? '', 'sekretariat.bolig')
    expect(page.text).toContain('Du er logget ud, så der er ikke sket noget.')
    expect(goesTo).toBe(`/moeder/${meetingId}/dagsorden`)
  })

  test('without a token of ours is nobody’s draft, but what was typed stands on the page that says so', async () => {
    const answer = await portal.anonymous().post('/sager', { _once: 'made-up-by-somebody', title: 'Uden ejer' })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Uden ejer')
    expect(answer.text).toContain('kunne ikke gemmes som kladde')
  })

  test('from another site is neither kept nor shown', async () => {
    const fields = await writtenCase('Fra et andet sted')
    const answer = await portal
      .anonymous()
      .agent.post('/sager')
      .set('Sec-Fetch-Site', 'cross-site')
      .type('form')
      .send(fields)
    expect(answer.status).toBe(303)
    expect((await housing.get('/kladder')).text).not.toContain('Fra et andet sted')
  })

  test('keeps no password', async () => {
    const form = formTo((await housing.get('/min-konto')).text, '/min-konto/adgangskode')
    const typed = Object.fromEntries(
      Object.keys(form.fields).map(name => [name, form.fields[name] || 'hemmelig-kode-2026']),
    )
    const answer = await portal.anonymous().post(form.action, typed)
    expect(answer.text).not.toContain('hemmelig-kode-2026')
    const draft = portal.formStore.draftsOf(stage.cooperation.person('sekretariat.bolig'))
    expect(JSON.stringify(draft)).not.toContain('hemmelig-kode-2026')
  })
})

describe('a form that is sent in a session that is not its own', () => {
  test('is shown again with what was typed when the same person has signed in anew', async () => {
    const fields = await writtenCase('Ny session')
    const anew = await portal.signIn('sekretariat.bolig')
    const answer = await anew.post('/sager', fields)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Du er logget ind igen')
    expect(await count('Ny session')).toBe(0)
    const again = formTo(answer.text, '/sager')
    expect(again.fields.title).toBe('Ny session')
    expect((await anew.post('/sager', again.fields)).status).toBe(303)
  })

  test('takes effect for nobody when another has signed in, and stays its writer’s', async () => {
    const fields = await writtenCase('Skrevet af en anden')
    const answer = await municipality.post('/sager', fields)
    expect(answer.status).toBe(403)
    expect(await count('Skrevet af en anden')).toBe(0)
    expect((await municipality.get('/kladder')).text).not.toContain('Skrevet af')
    expect((await housing.get('/kladder')).text).toContain('Skrevet af en anden')
  })
})

describe('two who edit one item', () => {
  async function edited(change: (fields: Record<string, unknown>) => Record<string, unknown>) {
    const meetingId = await stage.prepared()
    const { id } = await stage.put(meetingId, { title: 'Støj', summary: 'Fra begyndelsen.', presenter: 'Ingen' })
    const path = `/moeder/${meetingId}/punkter/${id}/rediger`
    const [mine, other] = [
      formTo((await housing.get(path)).text, path).fields,
      formTo((await municipality.get(path)).text, path).fields,
    ]
    expect((await municipality.post(path, change(other))).status).toBe(303)
    return { id, path, mine }
  }
  const organisation = () => `o${stage.cooperation.organisation('fab')}`

  test('keep what the other wrote of the hearing, when one has not touched it', async () => {
    const key = `involvements[${organisation()}]`
    const { id, path, mine } = await edited(other => ({
      ...other,
      [`${key}[status]`]: 'HEARD',
      [`${key}[note]`]: 'Hørt den 3. marts.',
    }))
    const met = await housing.post(path, { ...mine, title: 'Støj ved banen' })
    expect(met.status).toBe(409)
    expect(met.text).toContain('I har ikke rettet i de samme felter')
    expect(met.text).toContain('Hørt den 3. marts.')
    const merged = formTo(met.text, path).fields
    expect(merged).toMatchObject({ title: 'Støj ved banen', [`${key}[note]`]: 'Hørt den 3. marts.' })
    expect((await housing.post(path, merged)).status).toBe(303)
    const item = await portal.db.prisma.agendaItem.findUniqueOrThrow({ where: { id }, include: { involvements: true } })
    expect(item.title).toBe('Støj ved banen')
    expect(item.involvements).toMatchObject([{ status: 'HEARD', note: 'Hørt den 3. marts.' }])
  })

  test('see both texts of what both changed, and every kind of field is compared', async () => {
    const { path, mine } = await edited(other => ({
      ...other,
      summary: 'Hendes resumé.',
      presenter: 'Kontorchefen',
      kind: 'DECISION',
      coordination: '1',
    }))
    const met = await housing.post(path, { ...mine, summary: 'Mit resumé.', kind: 'INFORMATION' })
    expect(met.status).toBe(409)
    for (const shown of ['Hendes resumé.', 'Mit resumé.', 'Type: gemt udgave', 'Resumé: din udgave']) {
      expect(met.text).toContain(shown)
    }
    expect(formTo(met.text, path).fields).toMatchObject({
      summary: 'Mit resumé.',
      kind: 'INFORMATION',
      presenter: 'Kontorchefen',
      coordination: '1',
    })
  })
})

describe('a draft', () => {
  const autosave = (client: Client, fields: Record<string, unknown>) =>
    client.postForJson('/kladder', { _form: '/sager', _page: '/sager/ny', _typed: String(Date.now()), ...fields })

  test('is kept while one writes, offered on the form’s page, and thrown away when one says so', async () => {
    const fields = await writtenCase('Halvt skrevet')
    expect((await autosave(housing, fields)).body).toEqual({ kept: true, signedIn: true })
    const page = await housing.get('/sager/ny')
    expect(page.text).toContain('Du har en kladde')
    const href = /href="(\/kladder\/[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const shown = await housing.get(href)
    expect(formTo(shown.text, '/sager').fields).toMatchObject({ title: 'Halvt skrevet', summary: longText })
    expect((await municipality.get(href)).status).toBe(303)
    const discard = formTo(page.text, `${href.split('?')[0]}/kasser`)
    await housing.post(discard.action, discard.fields)
    expect((await housing.get('/kladder')).text).not.toContain('Halvt skrevet')
  })

  test('goes with the form that is drawn again with an error, and ends when that is stored', async () => {
    const fields = await writtenCase('Først med en fejl')
    await autosave(housing, fields)
    const refused = await housing.post('/sager', { ...fields, title: '' })
    expect(refused.status).toBe(422)
    const again = { ...formTo(refused.text, '/sager').fields, title: 'Nu uden fejl' }
    expect((await housing.post('/sager', again)).status).toBe(303)
    expect((await housing.get('/kladder')).text).not.toContain('Først med en fejl')
  })

  test('that comes after its form was stored is not kept', async () => {
    const fields = { ...(await writtenCase('Gemt imens')), _typed: '1000' }
    expect((await housing.post('/sager', fields)).status).toBe(303)
    expect((await autosave(housing, { ...fields, _typed: '900' })).body.kept).toBe(false)
    expect((await autosave(housing, { ...fields, _typed: '1100', title: 'Skrevet siden' })).body.kept).toBe(true)
  })

  test('of a text that somebody has changed says so, and takes what one has not touched', async () => {
    const title = `Kladde ${Date.now()}`
    const bodyId = stage.cooperation.body('faelles-gruppe')
    const path =
      (await housing.post('/sager', { bodyId, title, summary: 'Først.', journalNumber: '' })).headers.location ?? ''
    const form = formTo((await housing.get(`${path}/rediger`)).text, `${path}/rediger`).fields
    await autosave(housing, { ...form, summary: 'Min kladde.', _form: `${path}/rediger`, _page: `${path}/rediger` })
    await municipality.post(`${path}/rediger`, {
      version: form.version,
      title: 'Nyt navn',
      summary: 'Først.',
      journalNumber: '',
    })
    const offered = (await housing.get(`${path}/rediger`)).text
    const href = /href="(\/kladder\/[^"]+)"/.exec(offered)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const shown = await housing.get(href)
    expect(shown.text).toContain('Nyt navn')
    const merged = formTo(shown.text, `${path}/rediger`).fields
    expect(merged).toMatchObject({ title: 'Nyt navn', summary: 'Min kladde.', version: '2' })
    expect((await housing.post(`${path}/rediger`, merged)).status).toBe(303)
  })

  test('goes with its form’s token to no other person, whoever sends it', async () => {
    const fields = await writtenCase('Min egen')
    expect((await autosave(municipality, fields)).body).toEqual({ kept: true, signedIn: false })
    expect((await municipality.get('/kladder')).text).not.toContain('Min egen')
    expect((await housing.get('/kladder')).text).toContain('Min egen')
    const forged = {
      ...fields,
      _once: String((fields as { _once?: unknown })._once).replace(/\.\d+\.([^.]+)$/, '.999.$1'),
    }
    expect((await autosave(municipality, forged)).status).toBe(404)
  })

  test('is withheld when its writer may not see the form any more', async () => {
    const form = formTo((await municipality.get('/sager/ny')).text, '/sager').fields
    await autosave(municipality, { ...form, title: 'Fra min tid i sekretariatet' })
    const personId = stage.cooperation.person('sekretariat.kommune')
    const [draft] = portal.formStore.draftsOf(personId)
    expect((await municipality.get(`/kladder/${draft?.form}`)).status).toBe(200)
    await write(systemActor(portal.db, instant('2026-03-12T09:00:00.000Z')), async tx => ({
      result: await tx.seat.updateMany({ where: { personId }, data: { to: '2026-03-11' } }),
      events: [],
    }))
    expect((await municipality.get(`/kladder/${draft?.form}`)).status).toBe(403)
    expect((await municipality.get('/kladder')).text).not.toContain('Fra min tid')
  })
})

test('every field for a password is known as one whose content is kept nowhere', () => {
  const views = new URL('../../views/', import.meta.url)
  const names = readdirSync(views, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ejs') && !file.startsWith('components/'))
    .flatMap(file => readFileSync(new URL(file, views), 'utf8').split('\n'))
    .filter(line => /type[:=] ?['"]password/.test(line))
    .map(line => /name[:=] ?['"]([^'"]+)/.exec(line)?.[1] ?? line)
  expect(names.length).toBeGreaterThan(4)
  expect(names.filter(name => !isSecret(name))).toEqual([])
})
