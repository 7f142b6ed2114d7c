import { z } from 'zod'
import { viewOf } from '../../../access/visibility.ts'
import { id } from '../../../http/forms/fields.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { readableAttachment } from './queries.ts'
import { storedFile } from './stored-file.ts'

export function documentRoutes(route: Routes): void {
  // Whoever may not read the item is told that there is no such file.
  route.get('/bilag/:attachment', { right: 'signedIn', params: z.object({ attachment: id }), queries: 2 }, ctx => {
    const found = readableAttachment(ctx.db, viewOf(ctx.actor), ctx.params.attachment)
    if (!found) throw notFound()
    return storedFile(ctx.db, found, found.name)
  })
}
