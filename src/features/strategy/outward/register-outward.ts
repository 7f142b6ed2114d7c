import { type Actor, personIdOf } from '../../../access/actor.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { refuseAll } from '../../../kernel/refusal.ts'
import { beginTextIn } from '../../decisions/adoption/index.ts'
import { type IncomingFile, storeDocument } from '../../ground/documents/index.ts'
import type { LetterHead } from './letter/letter-content.ts'
import { letterKind } from './letter/letter-kind.ts'
import { datesObjections, letterObjection, type OutwardDates } from './outward-rules.ts'
import { readLeads } from './queries.ts'

export interface Registration extends LetterHead, OutwardDates {
  leadId: number
  files: readonly IncomingFile[]
}

/** R24: a secretariat registers what the parties are asked, or want to say, with the letter that it is about. */
export const registerOutward = (actor: Actor, input: Registration): Promise<{ slug: string }> =>
  write(actor, async (tx, at) => {
    const { kind, title, addressee, reference, files, receivedOn, deadline, hearingWorkdays, leadId } = input
    const begun = await beginTextIn(tx, actor, letterKind, { kind, title, addressee, reference, sections: [] })
    refuseAll([
      ...datesObjections(input, actor.today),
      leadObjection(actor, leadId),
      letterObjection(kind, files.length > 0),
    ])
    const { id } = await tx.outwardStatement.create({
      data: {
        textId: begun.id,
        receivedOn,
        deadline,
        hearingWorkdays,
        leadId,
        ...(await storedLetter(tx, actor, files)),
        registeredById: personIdOf(actor),
        registeredAt: at,
      },
    })
    const after = { kind, title, addressee, reference, receivedOn, deadline, hearingWorkdays, leadId }
    return {
      result: { slug: begun.slug },
      events: [...begun.events, event('outwardRegistered', 'outward', id, { after })],
    }
  })

/** Those in the secretariats lead; whoever leads already stays, also after leaving. */
export const leadObjection = (actor: Actor, leadId: number, now: number | null = null): Objection | null =>
  leadId === now || readLeads(actor).some(({ id }) => id === leadId)
    ? null
    : objection('Vælg en ansvarlig fra et af sekretariaterne.', 'leadId')

/** The columns of a file that was handed in; none was: none. */
export async function storedLetter(tx: Tx, actor: Actor, [file]: readonly IncomingFile[]) {
  if (!file) return {}
  const document = await storeDocument(tx, actor, file)
  return { documentId: document.id, documentName: file.name }
}
