import type { Request } from 'express'
import type { Sending } from '../../database/write.ts'
import { contentHash, hashBytes } from '../../kernel/hash.ts'
import { isSecret } from './forms.ts'
import type { UploadedFile } from './uploads.ts'

/** What the person typed and chose, without the fields that are the portal's own, and without passwords. */
export const contentOf = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_') && !isSecret(name)))

/**
 * Which form was sent, by whom and where, and with what content. Null for a form without a token. The same form with
 * other content is another sending: whoever goes back in the browser and corrects a text has not sent it yet.
 */
export function sendingOf(
  req: Request,
  personId: number | null,
  files: readonly UploadedFile[],
  repeatable: boolean,
): Sending | null {
  const body = (req.body ?? {}) as Record<string, unknown>
  const token = body._once
  if (typeof token !== 'string' || token.length < 16 || token.length > 200) return null
  const form = hashBytes(JSON.stringify([personId, req.method, req.path, token]))
  const attached = files.map(file => ({ field: file.name, hash: hashBytes(file.buffer) }))
  const content = contentHash({ fields: contentOf(body), files: attached })
  return { form, content, repeatable: repeatable || isVersioned(body) }
}

/** The form says what it was made from: the act compares, and another content needs no other guard. */
const isVersioned = (body: Record<string, unknown>): boolean =>
  typeof body.version === 'string' && /^\d+$/.test(body.version)
