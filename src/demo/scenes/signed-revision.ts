import { z } from 'zod'
import { demoPassword } from '../../access/sign-in-rules.ts'
import { column, rowsOf } from '../../database/rows.ts'
import {
  answerHearing,
  openSigning,
  putToJointGroup,
  recordRoundDecision,
  sendToHearing,
  signAgreement,
  signOffDraft,
} from '../../features/agreement/revision/index.ts'
import { registerMandate } from '../../features/decisions/decisions/index.ts'
import { addDays, addWorkdays, type Day, day, daysBetween, type Instant, longDay, momentOf } from '../../kernel/days.ts'
import { hearingAnswers, purposes, signedConflict, signedRound } from '../content/revisions.ts'
import type { DemoMeeting } from '../content/types.ts'
import { smallPdf } from '../pdf.ts'
import { meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'
import { playAgenda } from './agenda.ts'
import { playMeeting } from './meeting.ts'
import { playDraft, playProposals, workday } from './revision-draft.ts'

/** From its opening to thirteen signatures, around an extraordinary meeting of the joint group. */
export function playSignedRound(stage: Stage, year: number, today: Day): void {
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

const draftRow = rowsOf({
  hash: column.text,
})

function lastDraft(stage: Stage): { hash: string } {
  const row = stage.cast.database.sql.get(draftRow, 'SELECT hash FROM ConsolidatedDraft ORDER BY id DESC LIMIT 1')
  if (!row) throw new Error('No draft is written yet.')
  return row
}
