import { z } from 'zod'
import { viewOf } from '../../access/visibility.ts'
import { file } from '../../http/answers.ts'
import { id } from '../../http/fields.ts'
import type { Routes } from '../../http/route.ts'
import { notFound } from '../../kernel/refusal.ts'
import { mayShowInline } from './document-rules.ts'
import { readableAttachment } from './queries.ts'
import { documentPath } from './store-document.ts'

export function documentRoutes(route: Routes): void {
  // Whoever may not read the item is told that there is no such file.
  route.get('/bilag/:attachment', { right: 'signedIn', params: z.object({ attachment: id }), queries: 2 }, ctx => {
    const found = readableAttachment(ctx.db, viewOf(ctx.actor), ctx.params.attachment)
    if (!found) throw notFound()
    const { name, mediaType, hash } = found
    return file(documentPath(ctx.db, hash), { name, mediaType, inline: mayShowInline(mediaType) })
  })
}
