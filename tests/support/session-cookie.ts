import type { Client } from './app.ts'

/** What the browser would send, also after it was told to forget it. */
export function cookieOf(client: Client): string {
  const { jar } = client.agent as unknown as { jar: { getCookie(name: string, access: object): { value: string } } }
  return `portal=${jar.getCookie('portal', { domain: '127.0.0.1', path: '/', secure: false, script: false }).value}`
}
