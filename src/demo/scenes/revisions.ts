import { z } from 'zod'
import { demoPassword } from '../access/sign-in-rules.ts'
import { event } from '../database/events.ts'
import { column, rowsOf } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { dueYears } from '../features/agreement/agreement/index.ts'
import {
  answerHearing,
  closeProposals,
  commentOnAmendment,
  openAddendum,
  openRound,
  openSigning,
  proposeAmendment,
  putToJointGroup,
  recordRoundDecision,
  resolveConflict,
  sendToHearing,
  settleAmendment,
  signAgreement,
  signOffDraft,
  supportAmendment,
  withdrawAmendment,
} from '../features/agreement/revision/index.ts'
import { registerMandate } from '../features/decisions/decisions/index.ts'
import {
  addDays,
  addWorkdays,
  type Day,
  day,
  daysBetween,
  type Instant,
  isWorkday,
  longDay,
  momentOf,
} from '../kernel/days.ts'
import { agreementRhythm } from './agreement.ts'
import {
  currentConflict,
  currentRound,
  type DemoAmendment,
  type DemoConflict,
  hearingAnswers,
  paperRounds,
  purposes,
  signedConflict,
  signedRound,
} from './content/revisions.ts'
import type { DemoMeeting } from './content/types.ts'
import { smallPdf } from './pdf.ts'
import { playAgenda } from './scene-agenda.ts'
import { playMeeting } from './scene-meeting.ts'
import { meetingDay } from './schedule.ts'
import type { Stage } from './stage.ts'

/** Of the rounds that are due on the day: the last is under way, the one before made the version in force. */
export function playRevisions(stage: Stage, today: Day): void {
  const due = dueYears(agreementRhythm, today)
  const [signed, underWay] = due.slice(-2)
  for (const year of due.slice(0, -2)) playPaperRound(stage, year, today)
  if (signed) playSignedRound(stage, signed, today)
  if (underWay) playCurrentRound(stage, underWay, today)
  playAddendum(stage, today)
}

/** R4: an organisation leaves between two revisions; the addendum waits for its signatures. */
function playAddendum(stage: Stage, today: Day): void {
  stage.timeline.at(momentOf(addWorkdays(today, -6), '10:50'), 'write an addendum', async at => {
    await openAddendum(stage.cast.actor('sekretariat.bolig', at), {
      kind: 'WITHDRAWAL',
      organisationId: stage.cast.organisation('kollegieboligselskabet'),
      inForceFrom: addDays(today, 120),
      text: 'Kollegieboligselskabet udtræder af samarbejdet, fordi selskabet ikke har boliger i de områder, samarbejdet handler om. Igangværende indsatser føres til ende.',
    })
  })
}

/** Before the portal: entered when it was set up, by nobody in particular. */
function playPaperRound(stage: Stage, year: number, today: Day): void {
  const entered = momentOf(addDays(today, -5 * 365), '10:00')
  stage.timeline.at(entered, `enter the revision of ${year}`, async at => {
    await write(stage.cast.system(at), async tx => {
      const basis = await tx.agreementVersion.findUniqueOrThrow({ where: { year: 2008 }, include: { sections: true } })
      const opened = momentOf(day(`${year}-02-15`), '10:00')
      const closed = momentOf(day(`${year}-11-20`), '14:00')
      const round = await tx.revisionRound.create({
        data: { year, basisId: basis.id, proposalsUntil: `${year}-05-15`, openedAt: opened, openedById: 0 },
      })
      const reason = 'Behandlet på papir, før portalen blev taget i brug. Aftalen fortsatte uændret.'
      await tx.revisionStep.create({ data: { roundId: round.id, kind: 'OPENED', at: opened } })
      await tx.revisionStep.create({
        data: { roundId: round.id, kind: 'CLOSED_WITHOUT_CHANGES', at: closed, reason },
      })
      const proposal = paperRounds.find(({ since }) => since === year)?.proposal
      if (proposal) {
        await tx.amendmentProposal.create({
          data: {
            roundId: round.id,
            number: 1,
            organisationId: stage.cast.organisation(proposal.org),
            kind: 'REPLACE',
            sectionId: basis.sections.find(({ key }) => key === proposal.section)?.id ?? null,
            words: proposal.words,
            text: proposal.text,
            reasons: proposal.reasons,
            proposedById: 0,
            proposedAt: momentOf(day(`${year}-04-10`), '11:00'),
            state: 'DECLINED',
            settledReason: proposal.answer,
            settledAt: closed,
            settledById: 0,
          },
        })
      }
      const after = { year, reason }
      return { result: undefined, events: [event('revisionEntered', 'revision', round.id, { after })] }
    })
  })
}

const workday = (on: Day): Day => (isWorkday(on) ? on : addWorkdays(on, 1))

/** From its opening to thirteen signatures, around an extraordinary meeting of the joint group. */
function playSignedRound(stage: Stage, year: number, today: Day): void {
  const { timeline, cast } = stage
  const wanted = daysBetween(today, day(`${year}-09-15`))
  const days = Math.min(-250, Math.max(-1000, wanted))
  const meeting: DemoMeeting = {
    key: 'revision',
    body: 'faelles-gruppe',
    days,
    startsAt: '10:00',
    endsAt: '11:30',
    place: 'Odense Rådhus, Flakhaven 2, mødelokale 3',
    form: 'EXTRAORDINARY',
    note: 'Ekstraordinært møde om den reviderede samarbejdsaftale.',
    items: [],
  }
  const on = meetingDay(today, days)
  const at = (before: number, time: string): Instant => momentOf(workday(addDays(on, before)), time)
  playProposals(stage, year, signedRound, purposes.signed, addDays(on, -170), addDays(on, -115))
  playDraft(stage, year, signedRound, signedConflict, addDays(on, -112))
  for (const key of ['sekretariat.bolig', 'sekretariat.kommune']) {
    timeline.at(
      at(-101, key === 'sekretariat.bolig' ? '10:00' : '13:00'),
      `${key} signs off the draft`,
      async moment => {
        await signOffDraft(cast.actor(key, moment), { year, hash: lastDraft(stage).hash })
      },
    )
  }
  timeline.at(at(-98, '09:30'), `hear the draft of ${year}`, async moment => {
    await sendToHearing(cast.actor('sekretariat.kommune', moment), { year, hearingUntil: addDays(on, -60) })
  })
  hearingAnswers.forEach(({ by, section, ...answer }, index) => {
    timeline.at(at(-75 + index * 2, '14:00'), `${by} answers the hearing`, async moment => {
      await answerHearing(cast.actor(by, moment), { ...answer, year, sectionKey: section ?? null })
    })
  })
  playAgenda(stage, meeting, on, 'called')
  timeline.at(at(-36, '11:00'), `put the draft of ${year} to the joint group`, async moment => {
    const meetingId = stage.meeting('revision')
    const put = await putToJointGroup(cast.actor('sekretariat.bolig', moment), { year, meetingId })
    stage.items.set('revision-udkast', put.itemId)
  })
  playSigningMandates(stage, on)
  playMeeting(stage, meeting, on, 'approved')
  timeline.at(momentOf(on, '10:40'), `endorse the draft of ${year}`, async moment => {
    await recordRoundDecision(cast.secretaryOf('faelles-gruppe', moment), {
      year,
      itemId: stage.item('revision-udkast'),
      subjectToApproval: false,
      stances: (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
        side,
        organisationId: null,
        kind: 'SUPPORTS' as const,
        text: '',
      })),
    })
  })
  timeline.at(at(7, '09:00'), `open the signing of ${year}`, async moment => {
    const from = addDays(on, 30)
    await openSigning(cast.actor('sekretariat.kommune', moment), { year, inForceFrom: from, reason: '' })
  })
  signers.forEach((slug, index) => {
    timeline.at(at(10 + index * 2, '12:15'), `${slug} signs`, moment => sign(stage, year, slug, moment))
  })
}

const signers = [
  'fab',
  'hoejstrup',
  'by-og-kulturforvaltningen',
  'odense-andelsboligforening',
  'borgmesterforvaltningen',
  'kristiansdal',
  'domhusgaarden',
  'social-og-arbejdsmarkedsforvaltningen',
  'kollegieboligselskabet',
  'boern-og-ungeforvaltningen',
  'arbejdernes-boligforening',
  'aeldre-og-handicapforvaltningen',
  'boligkontoret-danmark',
]

/** Those that sign for the associations they administer too, as they declared. */
const forAssociations = ['fab', 'hoejstrup', 'domhusgaarden']

const requiredRow = rowsOf({
  administers: column.json(z.array(z.string())),
  hash: column.text,
})

async function sign(stage: Stage, year: number, slug: string, at: Instant): Promise<void> {
  const { cast } = stage
  const organisationId = cast.organisation(slug)
  const row = cast.database.sql.get(
    requiredRow,
    `SELECT r.administers, s.textHash AS hash FROM RequiredSignature r JOIN Signing s ON s.id = r.signingId
     WHERE r.organisationId = ? ORDER BY r.id DESC LIMIT 1`,
    organisationId,
  )
  const administers = row?.administers ?? []
  await signAgreement(
    cast.actor(`underskriver.${slug}`, at),
    {
      year,
      organisationId,
      hash: row?.hash ?? '',
      password: demoPassword,
      onBehalfOf: forAssociations.includes(slug) ? administers : [],
    },
    { demo: true },
  )
}

/** §7: to sign binds legally, and those without a standing mandate for that are given one for the occasion. */
function playSigningMandates(stage: Stage, on: Day): void {
  const without = ['domhusgaarden', 'arbejdernes-boligforening', 'boligkontoret-danmark', 'kristiansdal']
  for (const org of [...without, 'kollegieboligselskabet', 'odense-andelsboligforening']) {
    const decided = addWorkdays(on, -8)
    stage.timeline.at(momentOf(addWorkdays(on, -6), '10:20'), `mandate of ${org} to sign`, async at => {
      await registerMandate(stage.cast.system(at), {
        organisationId: stage.cast.organisation(org),
        bodyId: stage.cast.decidingBody(org),
        title: 'Mandat til at tiltræde den reviderede samarbejdsaftale',
        economic: false,
        limitPerDecision: null,
        total: null,
        legal: true,
        organisational: false,
        strategy: false,
        professionalDevelopment: false,
        coordination: false,
        from: decided,
        to: on,
        sourceDay: decided,
        sourceItem: '3',
        sourceNote: 'Givet til tiltrædelsen af den reviderede samarbejdsaftale.',
        sourceDocument: {
          name: 'udskrift.pdf',
          buffer: smallPdf('Tiltrædelse af den reviderede samarbejdsaftale', [
            'Opdigtet udskrift til demoen.',
            '',
            `Møde den ${longDay(decided)}, punkt 3`,
            'Indstillingen blev tiltrådt.',
          ]),
        },
      })
    })
  }
}

/** Opened some ten weeks ago, or when its year began: the draft is being written, and a conflict waits for an answer. */
function playCurrentRound(stage: Stage, year: number, today: Day): void {
  const first = workday(day(`${year}-01-02`))
  const opened = workday(addDays(today, -75))
  const on = [opened, first].sort().at(-1) ?? opened
  playProposals(stage, year, currentRound, purposes.underWay, on, addDays(on, 45))
  playDraft(stage, year, currentRound, currentConflict, addDays(on, 48))
}

function playProposals(
  stage: Stage,
  year: number,
  proposals: DemoAmendment[],
  purpose: string,
  opened: Day,
  proposalsUntil: Day,
): void {
  const { timeline, cast } = stage
  timeline.at(momentOf(workday(opened), '09:00'), `open the revision of ${year}`, async at => {
    await openRound(cast.actor('sekretariat.bolig', at), { year, purpose, proposalsUntil })
  })
  proposals.forEach((proposal, index) => {
    const number = index + 1
    const on = workday(addDays(opened, 14 + index * 3))
    timeline.at(momentOf(on, '10:30'), `proposal ${number} of ${year}`, async at => {
      const { by, org, kind, section, heading, words, text, reasons, editorial } = proposal
      await proposeAmendment(cast.actor(by, at), {
        year,
        organisationId: cast.organisation(org),
        kind,
        sectionKey: section ?? null,
        heading: heading ?? '',
        words: words ?? '',
        text: text ?? '',
        reasons,
        editorial: editorial ?? false,
      })
    })
    proposal.support?.forEach(([by, org], nth) => {
      timeline.at(momentOf(workday(addDays(on, 2 + nth)), '11:00'), `${org} supports proposal ${number}`, async at => {
        await supportAmendment(cast.actor(by, at), { year, number, organisationId: cast.organisation(org) })
      })
    })
    proposal.comments?.forEach(([by, text], nth) => {
      timeline.at(momentOf(workday(addDays(on, 3 + nth)), '13:40'), `${by} on proposal ${number}`, async at => {
        await commentOnAmendment(cast.actor(by, at), { year, number, text })
      })
    })
  })
}

/** The deadline is out: the conflict is answered first, then the proposals that have an answer. */
function playDraft(stage: Stage, year: number, proposals: DemoAmendment[], conflict: DemoConflict, begun: Day): void {
  const { timeline, cast } = stage
  timeline.at(momentOf(workday(begun), '09:10'), `begin the draft of ${year}`, async at => {
    await closeProposals(cast.actor('sekretariat.bolig', at), { year })
  })
  const [first, second] = conflict.pair
  const sides = conflict.oneSided ? ['sekretariat.bolig'] : ['sekretariat.bolig', 'sekretariat.kommune']
  sides.forEach((key, nth) => {
    timeline.at(momentOf(workday(addDays(begun, 3 + nth)), '10:00'), `${key} on a conflict of ${year}`, async at => {
      const { outcome, reason } = conflict
      await resolveConflict(cast.actor(key, at), { year, first, second, outcome, text: '', reason })
    })
  })
  proposals.forEach((proposal, index) => {
    const { answer } = proposal
    if (!answer) return
    const number = index + 1
    timeline.at(momentOf(workday(addDays(begun, 6)), `14:${10 + index * 5}`), `answer proposal ${number}`, async at => {
      if ('withdrawn' in answer) {
        await withdrawAmendment(cast.actor(proposal.by, at), { year, number, reason: answer.withdrawn })
        return
      }
      await settleAmendment(cast.actor('sekretariat.kommune', at), {
        year,
        number,
        version: 1,
        outcome: answer.outcome,
        text: answer.text ?? '',
        byHand: false,
        reason: answer.reason ?? '',
      })
    })
  })
}

const draftRow = rowsOf({
  hash: column.text,
})

function lastDraft(stage: Stage): { hash: string } {
  const row = stage.cast.database.sql.get(draftRow, 'SELECT hash FROM ConsolidatedDraft ORDER BY id DESC LIMIT 1')
  if (!row) throw new Error('No draft is written yet.')
  return row
}
