import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createServer, request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'

const file = (name: string) => readFileSync(new URL(`tls/${name}`, import.meta.url))
const certificate = file('certificate.pem')

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** What README asks of a reverse proxy, and no more: it ends TLS, and passes on the host, the address and the protocol. */
export async function startTlsProxy(toPort: number) {
  const server = createServer({ key: file('key.pem'), cert: certificate }, (req, res) => {
    const headers = {
      ...req.headers,
      'x-forwarded-for': [req.headers['x-forwarded-for'], req.socket.remoteAddress].filter(Boolean).join(', '),
      'x-forwarded-proto': 'https',
    }
    const { method, url: path } = req
    const onward = httpRequest({ host: '127.0.0.1', port: toPort, method, path, headers }, answer => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.once('error', () => res.writeHead(502).end())
    req.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A person's browser at an encrypted address: it keeps a cookie only as browsers do. */
export class TlsBrowser {
  readonly #port: number
  #cookies = new Map<string, string>()

  constructor(port: number) {
    this.#port = port
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path)
  }

  post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#ask('POST', path, new URLSearchParams(fields).toString())
  }

  async #ask(method: string, path: string, body?: string): Promise<Answer> {
    const origin = `https://localhost:${this.#port}`
    const headers: Record<string, string> = { accept: 'text/html' }
    if (this.#cookies.size > 0)
      headers.cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (body !== undefined) Object.assign(headers, { origin, 'content-type': 'application/x-www-form-urlencoded' })
    const sent = httpsRequest(origin + path, { method, headers, ca: certificate, agent: false })
    sent.end(body)
    const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk as Buffer)
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line)
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString('utf8') }
  }

  /** A name with __Host- is kept only with Secure, Path=/ and no Domain; one that has expired is thrown away. */
  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const has = (wanted: RegExp) => attributes.some(attribute => wanted.test(attribute))
    if (name.startsWith('__Host-') && !(has(/^secure$/i) && has(/^path=\/$/i) && !has(/^domain=/i))) return
    const expires = attributes.find(attribute => /^expires=/i.test(attribute))
    if (expires && Date.parse(expires.slice(8)) <= Date.now()) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }

  get cookieNames(): string[] {
    return [...this.#cookies.keys()]
  }
}
