import { Agent, request } from 'node:http'

export interface Sent {
  method: 'GET' | 'POST'
  path: string
  body?: string | Buffer
  type?: string
  headers?: Record<string, string>
}

export interface Answered {
  status: number
  location: string
  text: string
}

/** One browser's connection, without what a test's client spends on comfort: a hundred thousand requests go this way. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number
  cookie = ''
  csrf = ''

  constructor(port: number) {
    this.#port = port
  }

  async signIn(email: string): Promise<void> {
    const body = new URLSearchParams({ email, adgangskode: 'boligstrategi-demo', videre: '/' }).toString()
    await this.send({ method: 'POST', path: '/log-ind', body, type: 'application/x-www-form-urlencoded' })
    const { text } = await this.send({ method: 'GET', path: '/cookies' })
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  }

  send({ method, path, body, type, headers }: Sent): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const all: Record<string, string> = { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...headers }
      if (this.cookie) all.cookie = this.cookie
      if (type) all['content-type'] = type
      const sent = request(
        { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, headers: all },
        answer => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.once('error', reject)
          answer.once('end', () => {
            const set = answer.headers['set-cookie']?.[0]?.split(';')[0]
            if (set?.startsWith('portal=')) this.cookie = set
            const text = Buffer.concat(parts).toString('utf8')
            resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', text })
          })
        },
      )
      sent.once('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
