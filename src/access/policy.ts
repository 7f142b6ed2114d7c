import { forbidden } from '../kernel/refusal.ts'
import type { Actor, BodyKind, SeatRole, Side } from './actor.ts'
import { keeperFor, keepsMandates } from './kept-mandates.ts'
import { answersAs } from './represented.ts'

export interface BodySubject {
  id: number
  kind: BodyKind
  side: Side | null
}

export interface OrganisationSubject {
  id: number
  side: Side | null
  kind: string
  parentId: number | null
}

/** What a right is asked about. A route loads it from its address before anything else is done. */
export interface Subject {
  body?: BodySubject
  organisation?: OrganisationSubject
  /** Those that administer the organisation on the day. */
  administrators?: readonly number[]
  /** The meeting has not been called: only those who prepare it read on. */
  draft?: boolean
  /** The rules of procedure let a member open and close the meeting when both chairs are away. */
  membersChair?: boolean
  /** Everyone in the cooperation knows the thing itself, whatever they may do with it. */
  known?: boolean
}

export type Verdict = { allowed: true } | { allowed: false; who: string }

interface Rule {
  /** People in the plural: completes »Kun … kan gøre dette.« and »Kun … har adgang til siden.« in Danish. */
  who: string
  test: (actor: Actor, subject: Subject) => boolean
}

export const holdsSeat = (actor: Actor, body: BodySubject, roles?: SeatRole[]): boolean =>
  actor.seats.some(seat => seat.bodyId === body.id && (!roles || roles.includes(seat.role)))

/** A seat in the secretariat of that side. Substitutes act when they are needed, so their seat counts. */
export const inSecretariat = (actor: Actor, side: Side | null): boolean =>
  actor.seats.some(seat => seat.bodyKind === 'SECRETARIAT' && (side === null || seat.bodySide === side))

/** The joint group is prepared by both secretariats (R60), every other body by its own side's. */
export const prepares = (actor: Actor, body: BodySubject): boolean =>
  body.kind === 'JOINT_GROUP' ? inSecretariat(actor, null) : inSecretariat(actor, body.side)

export const readsBody = (actor: Actor, body: BodySubject): boolean => {
  if (body.kind === 'JOINT_GROUP') return actor.person !== null && actor.person.side !== null
  return holdsSeat(actor, body) || (body.kind !== 'DECIDING_BODY' && inSecretariat(actor, body.side))
}

export const readsClosedOf = (actor: Actor, body: BodySubject): boolean =>
  holdsSeat(actor, body) || prepares(actor, body)

const onBody =
  (test: (actor: Actor, body: BodySubject) => boolean) =>
  (actor: Actor, subject: Subject): boolean =>
    subject.body !== undefined && test(actor, subject.body)

/** What a body has on an agenda is for those who prepare it alone until it is sent. */
const onSentAgenda =
  (test: (actor: Actor, body: BodySubject) => boolean) =>
  (actor: Actor, subject: Subject): boolean =>
    subject.body !== undefined && test(actor, subject.body) && (!subject.draft || prepares(actor, subject.body))

const onOrganisation =
  (test: (actor: Actor, organisation: OrganisationSubject) => boolean) =>
  (actor: Actor, subject: Subject): boolean =>
    subject.organisation !== undefined && test(actor, subject.organisation)

const signsFor = (actor: Actor, organisation: OrganisationSubject): boolean =>
  actor.authorisations.some(given => given.kind === 'SIGNATORY' && given.organisationId === organisation.id)

const chairsDecidingBody = (actor: Actor, organisation: OrganisationSubject): boolean =>
  actor.seats.some(
    seat => seat.bodyKind === 'DECIDING_BODY' && seat.role === 'CHAIR' && seat.organisationId === organisation.id,
  )

const managesParty = (actor: Actor, organisation: OrganisationSubject): boolean =>
  inSecretariat(actor, organisation.side)

/** Rights follow from seats on the day (domain §7). What is not in this table nobody may do. */
export const policy = {
  public: { who: 'alle', test: () => true },
  /** What somebody did; of it, each reads what concerns something that he or she may see. */
  followEvents: {
    who: 'personer, der har plads i et organ, og systemadministratorer',
    test: actor => actor.seats.length > 0 || actor.administrator,
  },
  signedIn: { who: 'brugere, der er logget ind,', test: actor => actor.person !== null },
  administer: { who: 'systemadministratorer', test: actor => actor.administrator },

  manageParty: {
    who: 'medarbejdere i sekretariatet for organisationens egen part',
    test: onOrganisation(managesParty),
  },
  /** An account is made together with its person by whoever makes accounts. */
  addPerson: {
    who: 'medarbejdere i sekretariatet for organisationens egen part og systemadministratorer',
    test: onOrganisation((actor, organisation) => managesParty(actor, organisation) || actor.administrator),
  },
  addPeople: {
    who: 'medarbejdere i de to sekretariater og systemadministratorer',
    test: actor => inSecretariat(actor, null) || actor.administrator,
  },
  nameAuthorised: {
    who: 'organisationens underskriftsberettigede, formanden for dens besluttende organ og medarbejdere i sekretariatet for dens part',
    test: onOrganisation(
      (actor, organisation) =>
        signsFor(actor, organisation) || chairsDecidingBody(actor, organisation) || managesParty(actor, organisation),
    ),
  },
  manageOwnSide: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  /** An organisation's estates are what it knows of, so the secretariat of the side that owns them keeps them. */
  keepEstates: {
    who: 'medarbejdere i boligorganisationernes sekretariat',
    test: actor => inSecretariat(actor, 'HOUSING'),
  },
  keepCooperation: {
    who: 'medarbejdere i de to sekretariater og systemadministratorer',
    test: actor => inSecretariat(actor, null) || actor.administrator,
  },
  giveSeat: {
    who: 'sekretariatets medarbejdere og strategigruppens medlemmer hos den part, der udpeger,',
    test: onBody(
      (actor, body) =>
        prepares(actor, body) ||
        (body.kind === 'JOINT_GROUP' && actor.seats.some(seat => seat.bodyKind === 'STRATEGY_GROUP')),
    ),
  },

  keepBody: { who: 'medarbejdere i organets sekretariat', test: onBody(prepares) },

  readBody: { who: 'organets medlemmer og sekretariatets medarbejdere', test: onBody(readsBody) },
  readMeeting: {
    who: 'organets medlemmer og sekretariatets medarbejdere',
    test: onSentAgenda(readsBody),
  },
  readClosed: { who: 'organets medlemmer og sekretariatets medarbejdere', test: onSentAgenda(readsClosedOf) },
  readWhileOpen: { who: 'organets medlemmer og sekretariatets medarbejdere', test: onBody(readsClosedOf) },

  prepareMeeting: { who: 'medarbejdere i organets sekretariat', test: onBody(prepares) },
  signOff: { who: 'medarbejdere i organets sekretariat', test: onBody(prepares) },
  openMeeting: {
    who: 'formænd og næstformænd i organet',
    test: (actor, { body, membersChair = false }) =>
      body !== undefined &&
      (body.kind === 'JOINT_GROUP' || body.kind === 'STRATEGY_GROUP'
        ? holdsSeat(actor, body, membersChair ? ['CHAIR', 'VICE_CHAIR', 'MEMBER'] : ['CHAIR', 'VICE_CHAIR'])
        : holdsSeat(actor, body)),
  },
  minute: { who: 'medarbejdere i organets sekretariat', test: onBody(prepares) },
  recordDecision: { who: 'medarbejdere i organets sekretariat', test: onBody(prepares) },
  proposeItem: {
    who: 'medlemmer af gruppen, strategigrupperne og sekretariaterne',
    test: (actor, subject) =>
      actor.seats.some(
        seat =>
          seat.bodyKind !== 'DECIDING_BODY' &&
          (subject.body === undefined ||
            subject.body.kind === 'JOINT_GROUP' ||
            seat.bodyId === subject.body.id ||
            (subject.body.side !== null && seat.bodySide === subject.body.side)),
      ),
  },
  askQuestion: { who: 'organets medlemmer og sekretariatets medarbejdere', test: onSentAgenda(readsClosedOf) },
  objectToMinutes: {
    who: 'organets medlemmer',
    test: onBody((actor, body) => holdsSeat(actor, body)),
  },

  keepMandates: { who: 'organisationens mandatansvarlige', test: onOrganisation(keepsMandates) },
  keepConditions: {
    who: 'organisationens mandatansvarlige og medarbejdere i sekretariatet for dens part',
    test: onOrganisation(
      (actor, organisation) => keepsMandates(actor, organisation) || managesParty(actor, organisation),
    ),
  },
  keepAnyMandate: {
    who: 'organisationernes mandatansvarlige',
    test: actor => keeperFor(actor).length > 0,
  },
  followUp: {
    who: 'sekretariatets medarbejdere og den ansvarlige organisations medarbejdere',
    test: (actor, subject) =>
      (subject.organisation !== undefined && actor.person?.organisationId === subject.organisation.id) ||
      (subject.body !== undefined && prepares(actor, subject.body)),
  },

  readRevision: {
    who: 'parternes repræsentanter og medarbejdere',
    test: actor => actor.person !== null && actor.person.side !== null,
  },
  /** Texts that the parties adopt together are written by both secretariats, and read by all when they are put forward. */
  prepareTexts: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  /** What the areas and the town are measured by, and the values of the years. */
  keepIndicators: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  /** R39: anyone of an organisation or a department points out a place. */
  raiseFlag: {
    who: 'parternes repræsentanter og medarbejdere',
    test: actor => actor.person !== null && actor.person.side !== null,
  },
  /** That it has been received is said by the other side than the one whose organisation points the place out. */
  acknowledgeFlag: {
    who: 'medarbejdere i sekretariatet for den anden part',
    test: onOrganisation((actor, { side }) => inSecretariat(actor, side === 'HOUSING' ? 'MUNICIPALITY' : 'HOUSING')),
  },
  handleFlags: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  /** The lists that authorities issue, as they were issued. */
  keepLists: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  /** What a meeting has assessed an area to be. */
  assessAreas: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  /** R42: what everybody estimates the need for housing to be, and the homes that come, go and stand empty. */
  keepNeed: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  /** What an organisation is asked, its own people answer; an association's administrator may answer in its place. */
  answerForOrganisation: {
    who: 'personer, der repræsenterer organisationen eller den, der administrerer den,',
    test: (actor, { organisation, administrators = [] }) =>
      organisation !== undefined && answersAs(actor, { id: organisation.id, administrators }) !== null,
  },
  runRevision: { who: 'medarbejdere i de to sekretariater', test: actor => inSecretariat(actor, null) },
  proposeAmendment: {
    who: 'organisationens medlemmer af grupperne, dens medarbejdere i sekretariatet og dens underskriftsberettigede',
    test: onOrganisation(
      (actor, organisation) =>
        actor.seats.some(seat => seat.bodyKind !== 'DECIDING_BODY' && seat.organisationId === organisation.id) ||
        signsFor(actor, organisation),
    ),
  },
  discussAmendment: {
    who: 'medlemmer af grupperne, sekretariaternes medarbejdere og organisationernes underskriftsberettigede',
    test: actor =>
      actor.seats.some(seat => seat.bodyKind !== 'DECIDING_BODY') ||
      actor.authorisations.some(given => given.kind === 'SIGNATORY'),
  },
  answerHearing: {
    who: 'strategigruppens medlemmer',
    test: onBody((actor, body) => body.kind === 'STRATEGY_GROUP' && holdsSeat(actor, body)),
  },
  /** A signature is a person's: neither the system nor an administrator gives one. */
  signAgreement: { who: 'organisationens underskriftsberettigede', test: onOrganisation(signsFor) },
} satisfies Record<string, Rule>

export type Right = keyof typeof policy

/** Denied by default. The system acts only where code, not a person, is at work; it passes every rule but signs nothing. */
export function may(actor: Actor, right: Right, subject: Subject = {}): Verdict {
  const rule: Rule = policy[right]
  return actor.system || rule.test(actor, subject) ? { allowed: true } : { allowed: false, who: rule.who }
}

/** Whether the person knows of the thing at all: a refusal must not tell that the other side has it (R11). */
export const knowsOf = (actor: Actor, subject: Subject): boolean =>
  actor.system || subject.known === true || subject.body === undefined || readsBody(actor, subject.body)

export const mayDo = (actor: Actor, right: Right, subject: Subject = {}): boolean => may(actor, right, subject).allowed

/** @throws Refusal that says why, and who may */
export function requireRight(actor: Actor, right: Right, subject: Subject = {}): void {
  const verdict = may(actor, right, subject)
  if (!verdict.allowed) throw forbidden(verdict.who)
}
