import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import ejs from 'ejs'
import express from 'express'
import session from 'express-session'
import { SessionStore } from '../src/database/folder/sessions.ts'

/**
 * The floor: the least that a server-rendered page can cost on these tools. Bare Express, the session looked up in
 * SQLite, one prepared query with two joins, and a cached EJS template that prints the captured page's bytes: its markup
 * as the template's own text, each of its texts as an escaped value.
 */
const [port, folder = '', captured = ''] = process.argv.slice(2)
const pages = (JSON.parse(readFileSync(captured, 'utf8')) as string[]).map(templateOf)
const database = new Sqlite(join(folder, 'portal.db'), { readonly: true })
const query = database.prepare(
  `SELECT d.id, d.number, d.title, d.decidedOn, d.state, b.name, m.number AS meeting
   FROM Decision d JOIN Body b ON b.id = d.bodyId JOIN Meeting m ON m.id = d.meetingId
   ORDER BY d.decidedOn DESC, d.id DESC LIMIT 50`,
)

const app = express()
app.get('/ready', (_req, res) => void res.send('ready'))
app.use(
  session({
    name: 'portal',
    secret: process.env.SESSION_SECRET ?? '',
    store: new SessionStore(join(folder, 'sessions.db'), 3_600_000),
    resave: false,
    saveUninitialized: false,
  }),
)
app.get('/:page', (req, res) => {
  const page = pages[Number(req.params.page)]
  if (!page || !('passport' in req.session)) return void res.status(404).end()
  const rows = query.all()
  res.type('html').send(page.print({ rows, texts: page.texts }))
})
const server = app.listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
  database.close()
  process.exit(0)
})

interface Template {
  print: ejs.TemplateFunction
  texts: string[]
}

function templateOf(html: string): Template {
  const texts: string[] = []
  const source = html.replace(/>([^<>]*\S[^<>]*)</g, (whole, escaped: string) => {
    const text = unescapeXml(escaped)
    if (ejs.escapeXML(text) !== escaped) return whole
    texts.push(text)
    return `><%= texts[${texts.length - 1}] %><`
  })
  const print = ejs.compile(source)
  if (print({ texts }) !== html) throw new Error('The floor does not print the same bytes.')
  return { print, texts }
}

function unescapeXml(text: string): string {
  const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'", '&amp;': '&' }
  return text.replace(/&(?:lt|gt|#34|#39|amp);/g, entity => characters[entity] ?? entity)
}
