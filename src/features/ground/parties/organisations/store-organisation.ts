import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { slugOf } from '../../../../kernel/text.ts'
import { decidingBodyName, hasDecidingBody, type OrganisationKind, sideOfKind } from './organisation-rules.ts'

export interface NewOrganisation {
  name: string
  shortName: string
  about: string
  website: string | null
  kind: OrganisationKind
  from: Day
  /** A department's municipality. */
  parentId: number | null
  /** What gives its mandates, where that has a name of its own: »Lunde Byråd«. */
  decidingBody?: string | undefined
}

/** Stores an organisation. One that has mandates of its own comes with the body that gives them (R67). */
export async function storeOrganisation(
  tx: Tx,
  { decidingBody, ...organisation }: NewOrganisation,
): Promise<{ id: number; slug: string; events: NewEvent[] }> {
  const last = await tx.organisation.aggregate({ _max: { position: true } })
  const slug = await freeSlug(tx, slugOf(organisation.shortName))
  const position = (last._max.position ?? 0) + 1
  const side = sideOfKind[organisation.kind]
  const created = await tx.organisation.create({ data: { ...organisation, slug, side, position } })
  const { name, shortName, about, website, kind, from } = organisation
  const after = { name, shortName, about, website, slug, kind, from }
  const events = [event('organisationCreated', 'organisation', created.id, { after })]
  if (hasDecidingBody(kind)) events.push(await storeDecidingBody(tx, created, decidingBody))
  return { id: created.id, slug, events }
}

/** Addresses are for good: a name that is taken gets a number. »ny« is the address of the form itself. */
async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const base = wanted === '' || wanted === 'ny' ? 'organisation' : wanted
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!(await tx.organisation.findUnique({ where: { slug } }))) return slug
  }
}

async function storeDecidingBody(
  tx: Tx,
  of: { id: number; slug: string; name: string; kind: OrganisationKind; from: string },
  called?: string,
): Promise<NewEvent> {
  const side = sideOfKind[of.kind]
  const body = await tx.body.create({
    data: {
      slug: of.kind === 'MUNICIPALITY' ? `${of.slug}-byraad` : `bestyrelse-${of.slug}`,
      kind: 'DECIDING_BODY',
      side,
      organisationId: of.id,
      name: called ?? decidingBodyName(of.kind, of.name),
      about: `Giver mandater for ${of.name}.`,
      from: of.from,
    },
  })
  const quorum = { quorumHousing: side === 'HOUSING' ? 3 : 0, quorumMunicipality: side === 'MUNICIPALITY' ? 3 : 0 }
  await storeFirstRules(tx, { bodyId: body.id, from: of.from, ...quorum })
  return event('bodyCreated', 'body', body.id, { after: { name: body.name, kind: body.kind, from: of.from } })
}

/** R62, R64: the stated default that governs a body until it adopts rules of its own. */
export const storeFirstRules = async (
  tx: Tx,
  rules: { bodyId: number; from: string; quorumHousing: number; quorumMunicipality: number },
): Promise<void> => {
  const deadlines = { noticeWorkdays: 4, proposalDeadlineWorkdays: 10, objectionDays: 7 }
  await tx.rulesOfProcedure.create({ data: { number: 0, ...deadlines, ...rules } })
}
