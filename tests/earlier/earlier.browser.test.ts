import { afterAll, beforeAll, expect } from 'vitest'
import { smallPdf } from '../../src/demo/pdf.ts'
import { enterRecord } from '../../src/features/meetings/earlier/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { givenMandate } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import {
  accessibilityFaults,
  browserTest,
  deepBrowserTest,
  overflowAt,
  phone,
  serveToBrowser,
  Window,
  wide,
} from '../support/browser.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { recordedFrom } from './given.ts'

// A secretary takes a folder of old minutes in, and a reader finds them; at a desk and on a phone.

let portal: TestApp
let cooperation: Cooperation
let served: Awaited<ReturnType<typeof serveToBrowser>>

beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  await recordedFrom(portal.db, '2026-02-01')
  served = await serveToBrowser(portal)
}, 60_000)
afterAll(() => served?.close())

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: smallPdf('Referat', [text]),
})

browserTest(
  'several files become documents at once, each shown, found and marked',
  async () => {
    const window = await Window.open(served.browser, served.origin, wide)
    const { page } = window
    await window.signIn('sekretariat.bolig')
    await window.go('/foer-portalen')
    await window.shoot('foer-portalen-tom')
    await page.getByRole('link', { name: 'Registrér flere ad gangen' }).first().click()
    await page.getByLabel('Organ', { exact: true }).selectOption({ label: 'Fælles boligstrategisk gruppe' })
    await page
      .getByLabel('Filer')
      .setInputFiles([
        file('2011-03-14 Referat fælles gruppe.pdf', 'Et'),
        file('Dagsorden 5. maj 2012.pdf', 'To'),
        file('Et notat.pdf', 'Tre'),
      ])
    await window.shoot('flere-filer')
    await page.getByRole('button', { name: 'Vis forslagene' }).click()
    await page.getByRole('heading', { name: 'Se forslagene igennem' }).waitFor()
    expect(await page.getByLabel('Dato').nth(0).inputValue()).toBe('14. marts 2011')
    expect(await page.getByLabel('Titel', { exact: true }).nth(0).inputValue()).toBe('Referat fælles gruppe')
    await page.getByRole('button', { name: 'Registrér dokumenterne' }).click()
    await page.getByRole('heading', { name: 'Der er fejl i formularen' }).waitFor()
    await window.shoot('flere-fejl')
    await page.getByLabel('Dato').nth(2).fill('2010')
    await page.getByRole('button', { name: 'Registrér dokumenterne' }).click()
    await page.getByText('3 dokumenter er registreret.').waitFor()
    expect(await page.getByRole('row').count()).toBe(4)
    expect(window.takeComplaints()).toEqual([])
    await window.close()
  },
  60_000,
)

deepBrowserTest(
  'every page of it can be read and used at a desk and on a phone',
  async () => {
    const actor = cooperation.actor('sekretariat.bolig')
    const text =
      'Parterne orienterer hinanden, før en nedrivning drøftes med andre.\n\n- Senest 14 dage før\n- Skriftligt'
    const { id } = await enterRecord(actor, {
      bodyId: cooperation.body('faelles-gruppe'),
      kind: 'DECISION',
      date: { day: day('2014-11-01'), precision: 'MONTH' },
      number: '3/2014',
      title: 'Fælles holdning til tidlig dialog om nedrivning',
      text,
      caseId: null,
      closed: true,
      closedReason: 'Parternes forhandlingspositioner',
      publicTitle: 'Fælles holdning fra 2014',
      position: true,
      positionUntil: null,
      files: [
        { name: 'Referat af mødet i november 2014 i fælles boligstrategisk gruppe.pdf', buffer: smallPdf('A', ['B']) },
      ],
    })
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', {
      title: 'Ramme for 2024 til 2026',
      from: day('2024-01-01'),
      sourceDay: day('2023-12-06'),
      total: kroner(100_000),
    })
    const keeper = await portal.signIn('mandat.hoejstrup')
    const drawn = { version: '1', amount: '40.000', day: '03.05.2025', text: 'Beboerrådgivning, mødet den 3. maj 2025' }
    expect((await keeper.post(`/mandater/${mandate.id}/foer-portalen`, drawn)).status).toBe(303)
    const pages: [reader: string, name: string, path: string][] = [
      ['sekretariat.bolig', 'liste', '/foer-portalen'],
      ['sekretariat.bolig', 'nyt', '/foer-portalen/nyt'],
      ['sekretariat.bolig', 'dokument', `/foer-portalen/${id}`],
      ['sekretariat.bolig', 'ret', `/foer-portalen/${id}/ret`],
      ['sekretariat.bolig', 'traek-tilbage', `/foer-portalen/${id}/traek-tilbage`],
      ['laeser', 'lukket', `/foer-portalen/${id}`],
      ['laeser', 'holdninger', '/beslutninger/faelles-holdninger'],
      ['laeser', 'soeg', '/soeg?q=fælles'],
      ['mandat.hoejstrup', 'mandat', `/mandater/${mandate.id}`],
      ['mandat.hoejstrup', 'traek', `/mandater/${mandate.id}/foer-portalen`],
    ]
    const faults: string[] = []
    for (const [size, at] of [
      ['1280', wide],
      ['360', phone],
    ] as const) {
      const windows = new Map<string, Window>()
      for (const [reader, name, path] of pages) {
        const window = windows.get(reader) ?? (await Window.open(served.browser, served.origin, at))
        if (!windows.has(reader)) await window.signIn(reader)
        windows.set(reader, window)
        expect((await window.go(path))?.status(), path).toBe(200)
        await window.shoot(`${name}-${size}`)
        if (size === '1280') faults.push(...(await accessibilityFaults(window.page)).map(fault => `${path}: ${fault}`))
        else faults.push(...(await overflowAt(window.page, 360)).map(fault => `${path}: ${fault}`))
        faults.push(...window.takeComplaints())
      }
      for (const window of windows.values()) await window.close()
    }
    expect(faults).toEqual([])
  },
  120_000,
)
