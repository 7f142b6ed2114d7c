import { dirname, join } from 'node:path'
import type { Database } from '../../database/database.ts'
import { scanFile } from '../../inputs/virus-scan.ts'
import { whileOnDisk } from '../../inputs/waiting-files.ts'
import type { Objection } from '../../kernel/objection.ts'
import { brokenRule, orTold } from '../../kernel/refusal.ts'
import type { Settings } from '../../settings.ts'
import type { UploadedFile, UploadLimits } from './uploads.ts'

/** A file of more than this is handed to what reads it by its path: to copy it would hold up everybody. */
const handedOver = 1024 * 1024

/**
 * What came with a form is looked through before its act begins: by the operator's scanner where there is one, and by
 * what the form itself asks of a file.
 * @throws Refusal at the file's field
 */
export async function examineFiles(
  ctx: { settings: Settings; db: Database; actor: { personId: number | null }; files: UploadedFile[] },
  upload: UploadLimits | undefined,
): Promise<void> {
  if (!upload) return
  const { virusScanner } = ctx.settings
  const who = `person ${ctx.actor.personId ?? 'unknown'}`
  const folder = join(dirname(ctx.db.file), 'incoming')
  const told: Objection[] = []
  for (const file of ctx.files) {
    const examined = await orTold(async () => {
      if (!virusScanner && file.size <= handedOver) return upload.check?.(file, { path: null, who })
      return whileOnDisk(folder, file.buffer, async path => {
        if (virusScanner) refuse(await scanFile(virusScanner, path, who), file.name, upload.field)
        await upload.check?.(file, { path, who })
      })
    })
    told.push(...examined.told)
  }
  // Of several files all that are refused are told of at once, in the one sentence that their field has room for.
  if (told.length > 0) throw brokenRule(told.map(({ sentence }) => sentence).join(' '), upload.field)
}

function refuse(verdict: Awaited<ReturnType<typeof scanFile>>, name: string, field: string): void {
  switch (verdict) {
    case 'clean':
      return
    case 'refused':
      throw brokenRule(
        `Virusscanneren har afvist filen »${name}«, så den er ikke modtaget. Få filen undersøgt i din it-afdeling, eller vælg en anden.`,
        field,
      )
    case 'unscanned':
      throw brokenRule(
        `Filen »${name}« kunne ikke undersøges for virus, så den er ikke modtaget. Prøv igen om lidt, og kontakt systemadministratoren, hvis det sker igen.`,
        field,
      )
    case 'busy':
      throw brokenRule('Portalen undersøger andre filer lige nu. Vent lidt, og prøv igen.', field)
  }
}
