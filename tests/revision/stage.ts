import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { type AgreementText, enterVersion, type SealedSignature } from '../../src/features/agreement/agreement/index.ts'
import {
  answerHearing,
  closeProposals,
  openRound,
  openSigning,
  type ProposalDraft,
  proposeAmendment,
  putToJointGroup,
  sendToHearing,
  settleAmendment,
  signAgreement,
  signOffDraft,
} from '../../src/features/agreement/revision/index.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { day, dayOf, instant } from '../../src/kernel/days.ts'
import { givenMandate } from '../decisions/given.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

const section = (number: string, key: string, heading: string, body: string) => ({ key, number, heading, body })

/** An agreement of our own. */
export const agreementText: AgreementText = {
  title: ['AFTALE', 'om et boligstrategisk samarbejde'],
  parties: 'Odense Kommune og boligorganisationer i Odense',
  dateText: 'September 2012',
  sections: [
    section('1', 'parterne', 'Parterne', 'Boligorganisationerne og kommunen indgår aftale om et samarbejde.'),
    section('2', 'maalet', 'Målet', 'Samarbejdet styrker den sociale og forebyggende indsats.'),
    section('3', 'baggrunden', 'Baggrunden', 'Aftalen bygger på et samarbejde, der var der i forvejen.'),
    section('4', 'formaalet', 'Formålet', 'Formålet er:\n\n- fælles holdninger\n- fælles vilje'),
    section('5', 'opgaverne', 'Opgaverne', 'Parterne løfter tre opgaver: strategi, faglig udvikling og koordinering.'),
    section('6', 'organisationen', 'Organisationen', 'Fælles gruppe drøfter de under 4 nævnte opgaver..'),
    section(
      '7',
      'moederne',
      'Møderne',
      'Gruppen fastlægger sin forretningsorden.\n\nAftalen revideres hvert fjerde år.',
    ),
  ],
  appendices: [{ heading: 'Organisationsoversigt', dateText: 'juni 2012', body: '' }],
}

export const givenAgreement = (db: Database, signatures: SealedSignature[] = []): Promise<number> =>
  write(systemActor(db, instant('2020-01-02T09:00:00.000Z')), async (tx, at) => {
    const { id, events } = await enterVersion(tx, at, {
      year: 2012,
      text: agreementText,
      date: { day: day('2012-09-01'), precision: 'MONTH' },
      inForceFrom: day('2012-09-01'),
      rhythm: { firstYear: 2014, everyYears: 4, section: '7' },
      signatures,
      roundId: null,
      enteredById: null,
      summaries: { maalet: 'Sammen styrker vi indsatsen.', organisationen: 'Hvem der drøfter hvad.' },
    })
    return { result: id, events }
  })

export const housingSigners = [
  'domhusgaarden',
  'arbejdernes-boligforening',
  'boligkontoret-danmark',
  'hoejstrup',
  'kristiansdal',
  'fab',
  'kollegieboligselskabet',
  'odense-andelsboligforening',
]
export const departments = [
  'borgmesterforvaltningen',
  'by-og-kulturforvaltningen',
  'boern-og-ungeforvaltningen',
  'social-og-arbejdsmarkedsforvaltningen',
  'aeldre-og-handicapforvaltningen',
]
export const signers = [...housingSigners, ...departments]

/** The days of a round, each after the one before. */
export const days = {
  opened: '2026-03-12T09:00:00.000Z',
  proposed: '2026-03-20T09:00:00.000Z',
  drafted: '2026-05-02T09:00:00.000Z',
  heard: '2026-05-20T09:00:00.000Z',
  endorsed: '2026-06-18T09:00:00.000Z',
  signed: '2026-08-10T09:00:00.000Z',
}

const signatureOf = (cooperation: Cooperation, slug: string): SealedSignature => ({
  side: 'HOUSING',
  organisationId: cooperation.organisation(slug),
  organisationName: slug,
  signatory: 'Ida Lund',
  title: null,
  administers: [],
  administersText: '',
  onBehalf: null,
  capacity: '',
  signedAt: null,
})

/** A revision round of 2026 on its way, for tests that begin somewhere along it. */
export async function revisionStage(db: Database, signedBy: string[] = []) {
  const cooperation = givenCooperation(db)
  await givenAgreement(
    db,
    signedBy.map(slug => signatureOf(cooperation, slug)),
  )
  const actor = (key: string, at: string) => cooperation.actor(key, at)
  const housing = (at: string) => actor('sekretariat.bolig', at)
  const municipality = (at: string) => actor('sekretariat.kommune', at)
  const year = 2026

  const opened = () =>
    openRound(housing(days.opened), { year, purpose: 'Ret henvisningen i § 6.', proposalsUntil: day('2026-05-01') })

  const propose = (key: string, slug: string, draft: Partial<ProposalDraft> = {}) =>
    proposeAmendment(actor(key, days.proposed), {
      year,
      organisationId: cooperation.organisation(slug),
      kind: 'REPLACE',
      sectionKey: 'organisationen',
      heading: '',
      words: 'de under 4 nævnte opgaver..',
      text: 'de i § 5 nævnte opgaver.',
      reasons: 'Opgaverne står i § 5.',
      editorial: true,
      ...draft,
    })

  const drafting = async () => {
    await opened()
    await propose('medlem.fab', 'fab')
    await closeProposals(housing(days.drafted), { year })
  }

  const settle = async (number: number, given: Partial<Parameters<typeof settleAmendment>[1]> = {}) => {
    const round = await db.prisma.revisionRound.findUniqueOrThrow({ where: { year } })
    const proposal = await db.prisma.amendmentProposal.findFirstOrThrow({ where: { roundId: round.id, number } })
    return settleAmendment(municipality(days.drafted), {
      year,
      number,
      version: proposal.version,
      outcome: 'TAKEN_IN',
      text: '',
      byHand: false,
      reason: '',
      ...given,
    })
  }

  const draftHash = async () => (await db.prisma.consolidatedDraft.findFirstOrThrow({ orderBy: { id: 'desc' } })).hash

  const heard = async () => {
    await drafting()
    await settle(1)
    await signOffDraft(housing(days.drafted), { year, hash: await draftHash() })
    await signOffDraft(municipality(days.drafted), { year, hash: await draftHash() })
    await sendToHearing(housing(days.drafted), { year, hearingUntil: day('2026-06-01') })
    for (const [key, side] of [
      ['strategi.bolig', 'HOUSING'],
      ['strategi.kommune', 'MUNICIPALITY'],
    ] as const) {
      await answerHearing(actor(key, days.heard), { year, side, sectionKey: null, stance: 'SUPPORTS', text: '' })
    }
  }

  /** A meeting of the joint group whose agenda is open. */
  const meeting = async () =>
    (
      await planMeeting(housing(days.heard), {
        bodyId: cooperation.body('faelles-gruppe'),
        form: 'ORDINARY',
        day: day('2026-06-18'),
        startsAt: '13:00',
        endsAt: '15:00',
        place: 'Rådhuset',
      })
    ).id

  const onAgenda = async () => {
    await heard()
    const meetingId = await meeting()
    const { itemId } = await putToJointGroup(municipality(days.heard), { year, meetingId })
    return { meetingId, itemId }
  }

  const mandates = async () => {
    for (const slug of [...housingSigners, 'odense-kommune']) await givenMandate(db, cooperation, slug)
  }

  /** The rows that bind everyone who must sign. */
  const rows = (slugs = signers) =>
    slugs.map(slug => ({
      organisationId: cooperation.organisation(slug),
      amount: null,
      legal: 'Underskriver den reviderede aftale',
      organisational: null,
    }))

  const decide = (item: { meetingId: number; itemId: number }, consequences = rows()) =>
    recordDecision(housing(days.endorsed), {
      ...item,
      title: 'Revideret samarbejdsaftale',
      text: 'Udkastet tiltrædes.',
      publicTitle: null,
      publicText: null,
      sharedPosition: false,
      withChanges: false,
      subjectToApproval: true,
      consequences,
      stances: [
        { side: 'HOUSING', organisationId: null, kind: 'SUPPORTS', text: '' },
        { side: 'MUNICIPALITY', organisationId: null, kind: 'SUPPORTS', text: '' },
      ],
      followUps: [],
      noFollowUp: true,
    })

  const endorsed = async () => {
    const item = await onAgenda()
    await mandates()
    await inSession(db, cooperation, item.meetingId)
    await decide(item)
    return item
  }

  const signing = async () => {
    await endorsed()
    await openSigning(housing(days.endorsed), { year, inForceFrom: null, reason: '' })
  }

  const sign = async (slug: string, given: Partial<Parameters<typeof signAgreement>[1]> = {}, at = days.signed) =>
    signAgreement(
      actor(`underskriver.${slug}`, at),
      {
        year,
        organisationId: cooperation.organisation(slug),
        hash: await draftHash(),
        password: 'boligstrategi-demo',
        onBehalfOf: [],
        ...given,
      },
      { demo: true },
    )

  return {
    ...{ cooperation, actor, housing, municipality, opened, propose, drafting, settle, draftHash, heard, meeting },
    ...{ onAgenda, mandates, rows, decide, endorsed, signing, sign, year },
  }
}

export type RevisionStage = Awaited<ReturnType<typeof revisionStage>>

/** Opens a meeting with everybody present, past the ceremony of calling it. */
export const inSession = (
  db: Database,
  { body }: Cooperation,
  meetingId: number,
  at: string = days.endorsed,
): Promise<void> =>
  write(systemActor(db, instant(at)), async tx => {
    const on = dayOf(instant(at))
    await tx.meeting.update({ where: { id: meetingId }, data: { state: 'IN_SESSION' } })
    const seats = await tx.seat.findMany({
      where: {
        bodyId: body('faelles-gruppe'),
        role: { in: ['CHAIR', 'VICE_CHAIR', 'MEMBER'] },
        from: { lte: on },
        OR: [{ to: null }, { to: { gte: on } }],
      },
      include: { person: true, organisation: true },
    })
    await tx.attendance.createMany({
      data: seats.map(({ person, organisation, role, id }) => ({
        meetingId,
        personId: person.id,
        seatId: id,
        name: person.name,
        title: person.title,
        role,
        organisation: organisation.name,
        side: organisation.side,
        status: 'PRESENT' as const,
      })),
    })
    return { result: undefined, events: [] }
  })
