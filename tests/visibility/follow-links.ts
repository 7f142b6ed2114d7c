import type { Client, TestApp } from '../support/app.ts'
import { linksIn, patterns } from './crawl.ts'

interface Crawl {
  start?: string
  /** How many addresses of each kind are followed from each kind of page, and how many pages are opened in all. */
  ofEachKind?: number
  atMost?: number
}

/** Follows what a person is shown. @returns what was refused, and where the link stood; and each page that was opened */
export async function crawl(
  portal: TestApp,
  client: Client,
  { start = '/', ofEachKind = Number.POSITIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Crawl = {},
): Promise<{ refused: string[]; pages: { href: string; text: string }[] }> {
  const kindOf = patterns(portal.routes.declared)
  const refused: string[] = []
  const pages: { href: string; text: string }[] = []
  const seen = new Set([start])
  const followed = new Map<string, number>()
  const queue = [{ href: start, from: '' }]
  for (let at = 0; at < queue.length && at < atMost; at += 1) {
    const { href, from } = queue[at] as { href: string; from: string }
    const { refusal, text } = await answerTo(client, href)
    if (refusal) refused.push(`${from} → ${href}: ${refusal}`)
    pages.push({ href, text })
    for (const next of linksIn(text)) {
      if (seen.has(next) || next.startsWith('/assets/') || next === '/log-ud') continue
      const kind = `${kindOf(href)} → ${kindOf(next)}`
      const count = followed.get(kind) ?? 0
      if (count >= ofEachKind) continue
      followed.set(kind, count + 1)
      seen.add(next)
      queue.push({ href: next, from: href })
    }
  }
  return { refused, pages }
}

/** A page may lead on, but not to the sign-in of somebody who is signed in. */
export async function answerTo(client: Client, href: string): Promise<{ refusal: string | null; text: string }> {
  const { status, headers, text } = await client.get(href)
  const signIn = client.csrf !== '' && status === 303 && headers.location?.startsWith('/log-ind')
  return { refusal: status >= 400 ? String(status) : signIn ? 'sign-in' : null, text: text ?? '' }
}
