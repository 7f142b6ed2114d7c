import type { Actor } from './actor.ts'

/** The organisations that have named the person their keeper of mandates. */
export const keeperFor = (actor: Pick<Actor, 'authorisations'>): number[] =>
  actor.authorisations.flatMap(given => (given.kind === 'MANDATE_KEEPER' ? [given.organisationId] : []))

/**
 * Whether the person keeps an organisation's mandates. The municipality's keeper also keeps its departments', which have
 * no deciding body apart from it.
 */
export function keepsMandates(
  actor: Pick<Actor, 'authorisations'>,
  organisation: { id: number; kind: string; parentId: number | null },
): boolean {
  const named = keeperFor(actor)
  return (
    named.includes(organisation.id) ||
    (organisation.kind === 'DEPARTMENT' && organisation.parentId !== null && named.includes(organisation.parentId))
  )
}

/** The same as an SQL condition on the column that names the organisation. */
export function keptSql(actor: Pick<Actor, 'authorisations'>, organisationId: string): string {
  const named = keeperFor(actor).join(',')
  return `${organisationId} IN (SELECT ko.id FROM Organisation ko
    WHERE ko.id IN (${named}) OR (ko.kind = 'DEPARTMENT' AND ko.parentId IN (${named})))`
}
