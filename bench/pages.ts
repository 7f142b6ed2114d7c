import Sqlite from 'better-sqlite3'
import { answersMatrixPath } from './answers-matrix.ts'
import type { Dataset } from './dataset.ts'

export interface Page {
  name: string
  path: string
  body: string
}

/**
 * The four pages that people open most: the newest of each kind, as a secretary would. And those that grow with the
 * cooperation's age: the case and the mandate with the longest past, and a search for a common word.
 */
export function pagesOf(dataset: Dataset): Omit<Page, 'body'>[] {
  const sql = new Sqlite(dataset.file, { readonly: true })
  const one = (text: string) => String(sql.prepare(text).pluck().get())
  const decision = one(
    `SELECT d.number FROM Decision d JOIN Body b ON b.id = d.bodyId AND b.kind = 'JOINT_GROUP'
     JOIN Consequence c ON c.decisionId = d.id JOIN Meeting m ON m.id = d.meetingId AND m.state = 'MINUTES_APPROVED'
     GROUP BY d.id ORDER BY d.decidedOn DESC, count(*) DESC LIMIT 1`,
  )
  const meeting = one(
    `SELECT m.id FROM Meeting m JOIN Body b ON b.id = m.bodyId AND b.kind = 'JOINT_GROUP'
     WHERE m.state = 'MINUTES_APPROVED' ORDER BY m.day DESC LIMIT 1`,
  )
  const longestCase = one(
    `SELECT c.number FROM "Case" c JOIN AgendaItem i ON i.caseId = c.id GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1`,
  )
  const longestLedger = one(
    'SELECT mandateId FROM MandateEntry GROUP BY mandateId ORDER BY count(*) DESC, mandateId LIMIT 1',
  )
  const strategy = one(
    `SELECT s.slug FROM SharedText s JOIN TextDraft n ON n.textId = s.id JOIN Adoption a ON a.draftId = n.id
     JOIN Decision d ON d.itemId = a.itemId AND d.state = 'EFFECTIVE'
     WHERE s.kind = 'strategier' ORDER BY length(n.content) DESC LIMIT 1`,
  )
  const indicator = one(
    `SELECT i.slug FROM Indicator i JOIN IndicatorVersion v ON v.indicatorId = i.id JOIN Observation o ON o.versionId = v.id
     GROUP BY i.id ORDER BY count(*) DESC, i.id LIMIT 1`,
  )
  const area = one(
    `SELECT a.slug FROM HousingArea a JOIN MeasuredPlace p ON p.areaId = a.id JOIN Observation o ON o.placeId = p.id
     WHERE a."to" IS NULL GROUP BY a.id ORDER BY count(*) DESC, a.id LIMIT 1`,
  )
  const measure = one(`SELECT 'i' || id FROM Indicator WHERE slug = '${indicator}'`)
  sql.close()
  return [
    { name: 'register', path: '/beslutninger' },
    { name: 'decision', path: `/beslutninger/${decision}` },
    { name: 'agenda', path: `/moeder/${meeting}/dagsorden` },
    { name: 'overview', path: '/' },
    { name: 'case', path: `/sager/${longestCase}` },
    { name: 'mandate', path: `/mandater/${longestLedger}` },
    { name: 'search', path: '/soeg?q=bolig' },
    { name: 'strategy', path: `/strategier/${strategy}` },
    { name: 'letters', path: '/udtalelser' },
    { name: 'answers', path: answersMatrixPath },
    { name: 'indicator', path: `/indikatorer/${indicator}` },
    { name: 'allYears', path: `/indikatorer/${indicator}/aar?sted=afdelinger` },
    { name: 'series', path: `/indikatorer/${indicator}/udvikling/${area}` },
    { name: 'figures', path: `/indikatorer/steder/${area}` },
    { name: 'area', path: `/boligomraader/${area}` },
    { name: 'map', path: `/boligomraader/kort?maal=${measure}` },
    { name: 'progress', path: `/strategier/${strategy}/fremdrift` },
  ]
}

/** Signs in with a demo account. @returns the session's cookie */
export async function signIn(url: string, as = 'sekretariat.bolig'): Promise<string> {
  const answer = await fetch(`${url}/log-ind`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({
      email: `${as}@demo.example`,
      adgangskode: 'boligstrategi-demo',
      videre: '/',
    }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`Signing in answered ${answer.status}.`)
  return cookie
}

export async function capture(url: string, cookie: string, pages: Omit<Page, 'body'>[]): Promise<Page[]> {
  const captured: Page[] = []
  for (const page of pages) {
    const answer = await fetch(`${url}${page.path}`, { headers: { Cookie: cookie }, redirect: 'manual' })
    if (answer.status !== 200) throw new Error(`${page.path} answered ${answer.status}.`)
    captured.push({ ...page, body: await answer.text() })
  }
  return captured
}
