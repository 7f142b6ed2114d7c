import type { Side } from '../../../../access/actor.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { dayBefore, isOn, overlap, type Period } from '../../../../kernel/periods.ts'
import { listDanish } from '../../../../kernel/text.ts'

export type OrganisationKind =
  | 'MUNICIPALITY'
  | 'DEPARTMENT'
  | 'HOUSING_ORGANISATION'
  | 'ADMINISTRATOR'
  | 'ASSOCIATION'
  | 'EXTERNAL'

export interface OrganisationFacts extends Period {
  id: number
  name: string
  kind: OrganisationKind
  side: Side | null
}

export interface FormerName {
  name: string
  from: Day
  to: Day
}

/** R2: a kind belongs to one side; external parties to none. */
export const sideOfKind: Record<OrganisationKind, Side | null> = {
  MUNICIPALITY: 'MUNICIPALITY',
  DEPARTMENT: 'MUNICIPALITY',
  HOUSING_ORGANISATION: 'HOUSING',
  ADMINISTRATOR: 'HOUSING',
  ASSOCIATION: 'HOUSING',
  EXTERNAL: null,
}

/** Whose mandates are given by a deciding body of its own; a department's come from the municipality's (R67). */
export const hasDecidingBody = (kind: OrganisationKind): boolean => kind !== 'DEPARTMENT' && kind !== 'EXTERNAL'

/**
 * What gives an organisation's mandates, in the sector's words: a housing organisation has its organisationsbestyrelse,
 * an administrator its management, an association its board. A council is called by its town.
 */
export function decidingBodyName(kind: OrganisationKind, name: string): string {
  if (kind === 'MUNICIPALITY') return `Byrådet i ${name}`
  if (kind === 'HOUSING_ORGANISATION') return `Organisationsbestyrelsen i ${name}`
  return kind === 'ADMINISTRATOR' ? `Ledelsen i ${name}` : `Bestyrelsen i ${name}`
}

/** R99, R101: who may administer an association. */
export const mayAdminister = (kind: OrganisationKind): boolean =>
  kind === 'HOUSING_ORGANISATION' || kind === 'ADMINISTRATOR'

/** The name that an organisation had on a day: history keeps the name of its day. */
export const nameOn = (present: string, former: readonly FormerName[], on: Day): string =>
  former.find(name => isOn(name, on))?.name ?? present

/** A new name holds from a day; the old one is kept with the days it had. `since` is when the present name began. */
export function renameFaults(
  organisation: OrganisationFacts,
  since: Day,
  draft: { name: string; from: Day },
): Objection[] {
  const found: Objection[] = []
  if (draft.name === organisation.name) found.push(objection('Skriv et andet navn end det nuværende.', 'name'))
  if (draft.from <= since)
    found.push(
      objection('Det nye navn kan tidligst gælde fra dagen efter, at det nuværende navn begyndte at gælde.', 'from'),
    )
  else if (organisation.to !== null && draft.from > organisation.to)
    found.push(objection('Organisationen er udtrådt på den dag.', 'from'))
  return found
}

/** A name from before the present one and those that are known: within its days, and apart from the others. */
export function formerNameFaults(
  organisation: OrganisationFacts,
  known: readonly FormerName[],
  draft: FormerName,
  today: Day,
): Objection[] {
  const found: Objection[] = []
  if (draft.name === organisation.name) found.push(objection('Skriv et andet navn end det nuværende.', 'name'))
  if (draft.from < organisation.from)
    found.push(
      objection(
        `Organisationen er registreret som med i samarbejdet fra den ${longDay(organisation.from)}. Vælg den dag eller en senere.`,
        'from',
      ),
    )
  const last = organisation.to !== null && organisation.to < today ? organisation.to : dayBefore(today)
  if (draft.to < draft.from) found.push(objection('»Til og med« kan ikke ligge før »Fra«.', 'to'))
  else if (draft.to > last)
    found.push(
      objection('Et tidligere navn skal være ophørt. Skifter organisationen navn nu, så registrér det nye navn.', 'to'),
    )
  else {
    const other = known.find(name => overlap(name, draft))
    if (other) found.push(objection(`Organisationen hed ${other.name} i en del af den periode.`, 'from'))
  }
  return found
}

export interface EndingFacts {
  organisation: OrganisationFacts
  successor: OrganisationFacts | null
  /** The successors of the successor, in turn: a chain that leads back is none. */
  successorsOfSuccessor: readonly number[]
  /** Names of the associations that it would still administer. */
  administers: readonly string[]
  /** Names of those who would still have a seat for it. */
  seated: readonly string[]
}

/** R4: an organisation withdraws or merges on a day. What rests on it must first have somewhere to go. All that lacks. */
export function endingFaults(facts: EndingFacts, to: Day): Objection[] {
  const { organisation, successor, administers, seated } = facts
  if (organisation.to !== null) return [objection('Organisationen er allerede udtrådt.')]
  const unfit = successor ? successorFault(facts, successor, to) : null
  const untaken = administers.length > 0 && !(successor && mayAdminister(successor.kind))
  return [
    ...(to < organisation.from
      ? [objection('»Sidste dag« kan ikke ligge før den dag, organisationen kom med.', 'to')]
      : []),
    ...(unfit ? [unfit] : []),
    ...(untaken && !unfit
      ? [
          objection(
            `Vælg en efterfølger, som kan overtage administrationen af ${listDanish(administers)}, eller afslut først administrationen.`,
            'successorId',
          ),
        ]
      : []),
    ...(seated.length > 0
      ? [
          objection(
            seated.length === 1
              ? `Afslut først udpegningen af ${seated[0]}.`
              : `Afslut først udpegningerne af ${listDanish(seated)}.`,
            'to',
          ),
        ]
      : []),
  ]
}

function successorFault({ organisation, successorsOfSuccessor }: EndingFacts, successor: OrganisationFacts, to: Day) {
  if (successor.id === organisation.id) return objection('En organisation kan ikke efterfølge sig selv.', 'successorId')
  if (successor.side !== organisation.side) return objection('Efterfølgeren skal høre til samme part.', 'successorId')
  if (successor.to !== null && successor.to <= to)
    return objection('Efterfølgeren er selv udtrådt på den dag.', 'successorId')
  if (successorsOfSuccessor.includes(organisation.id))
    return objection('Efterfølgeren er selv efterfulgt af denne organisation.', 'successorId')
  return null
}

export interface AdministrationFacts {
  administrator: OrganisationFacts
  association: OrganisationFacts
  /** What the association has been under. */
  existing: readonly Period[]
}

/** R100: an association has one administrator at a time, from a day to a day, and stays itself. All that lacks. */
export function administrationFaults(facts: AdministrationFacts, draft: Period): Objection[] {
  const { administrator, association } = facts
  const backwards = draft.to !== null && draft.to < draft.from
  const found = [
    association.kind === 'ASSOCIATION'
      ? isOn(association, draft.from) || draft.from < association.from
        ? null
        : objection('Foreningen er udtrådt på den dag.', 'associationId')
      : objection('Kun foreninger administreres af en anden.', 'associationId'),
    mayAdminister(administrator.kind)
      ? isOn(administrator, draft.from) || draft.from < administrator.from
        ? null
        : objection('Administratoren er udtrådt på den dag.', 'administratorId')
      : objection('Kun en boligorganisation eller en administrator kan administrere en forening.', 'administratorId'),
    backwards ? objection('»Til og med« kan ikke ligge før »Administreres fra«.', 'to') : goesOnTooLong(facts, draft),
    draft.from < association.from || draft.from < administrator.from
      ? objection('Administrationen kan ikke begynde, før begge organisationer er med i samarbejdet.', 'from')
      : !backwards && facts.existing.some(period => overlap(period, draft))
        ? objection('Foreningen har allerede en administrator i den periode. Afslut den først.', 'from')
        : null,
  ]
  return found.filter(one => one !== null)
}

/** Of what was long ago: it ended no later than the two whom it was between. */
function goesOnTooLong({ administrator, association }: AdministrationFacts, { to }: Period): Objection | null {
  const ended = [administrator, association].find(one => one.to !== null && (to === null || to > one.to))
  return ended?.to
    ? objection(`${ended.name} udtrådte den ${longDay(ended.to)}. Administrationen kan ikke gælde længere.`, 'to')
    : null
}

/** The last day of something that began on a day and has not ended yet. */
export function endFault(period: Period, to: Day): Objection | null {
  if (period.to !== null) return objection('Perioden er allerede afsluttet.')
  return to < period.from ? objection('»Sidste dag« kan ikke ligge før den første dag i perioden.', 'to') : null
}
