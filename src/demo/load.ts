import type { Database } from '../database/database.ts'
import { addBlock } from '../features/decisions/minutes/index.ts'
import { openCase } from '../features/meetings/cases/index.ts'
import { acceptProposal, declineProposal, makeTemplate, proposeItem } from '../features/meetings/meetings/index.ts'
import { addDays, type Day, type Instant, momentOf } from '../kernel/days.ts'
import { loadAgreement } from './agreement.ts'
import { Cast } from './cast.ts'
import { cases } from './content/cases.ts'
import { firstYear } from './content/joint-first-year.ts'
import {
  called,
  cancelled,
  inPreparation,
  inSession,
  minutesInPreparation,
  minutesOut,
  oneSided,
  planned,
  signedOff,
} from './content/joint-now.ts'
import { secondYear } from './content/joint-second-year.ts'
import { thirdYear } from './content/joint-third-year.ts'
import { proposals } from './content/proposals.ts'
import { housingStrategy, municipalStrategy, secretariats, sidePlanned } from './content/side-meetings.ts'
import { itemTemplates, textBlocks } from './content/templates.ts'
import type { DemoMeeting } from './content/types.ts'
import { isEmpty } from './is-empty.ts'
import { loadParties } from './parties.ts'
import { playAgenda, playCancelled } from './scenes/agenda.ts'
import { playFlags } from './scenes/areas/flags.ts'
import { playLists } from './scenes/areas/lists.ts'
import { playMethods } from './scenes/areas/methods.ts'
import { playNeed } from './scenes/areas/need.ts'
import { playEarlier } from './scenes/earlier.ts'
import { playFigures } from './scenes/figures.ts'
import { playHearings } from './scenes/hearings.ts'
import { playIndicators } from './scenes/indicators.ts'
import { playMandates } from './scenes/mandates.ts'
import { playMeeting } from './scenes/meeting.ts'
import { playOutward } from './scenes/outward.ts'
import { playPlaces } from './scenes/places.ts'
import { playPlans } from './scenes/plans.ts'
import { playRevisions } from './scenes/revisions.ts'
import { playRounds } from './scenes/rounds.ts'
import { playProcedure } from './scenes/rules/procedure.ts'
import { playYear } from './scenes/rules/year.ts'
import { playStandards } from './scenes/standards.ts'
import { playStatements } from './scenes/statements.ts'
import { playStrategies } from './scenes/strategies.ts'
import { meetingDay } from './schedule.ts'
import { Stage } from './stage.ts'
import { Timeline } from './timeline.ts'

export interface DemoFacts {
  steps: number
  meetings: number
  cases: number
}

/**
 * Loads the invented cooperation into an empty database: the parties, three years of meetings, cases, decisions and
 * mandates, and one meeting in every state around today. Everything after the parties goes through the features' acts,
 * by the people who may and at the moments when it is said to have happened.
 * @throws Error when the database is not empty
 */
export async function loadDemo(database: Database, { today }: { today: Day }): Promise<DemoFacts> {
  if (!isEmpty(database)) throw new Error('The demo is only loaded into an empty database.')
  const parties = await loadParties(database, { today })
  await loadAgreement(database, momentOf(addDays(today, -5 * 365), '09:00'))
  const now = momentOf(today, '08:00')
  const stage = new Stage(new Cast(database, parties), new Timeline(momentOf(today, '12:00')), now)
  const held = [
    ...firstYear,
    ...secondYear,
    ...thirdYear,
    minutesOut,
    ...housingStrategy,
    ...municipalStrategy,
    ...secretariats,
  ]
  const first = addDays(today, Math.min(...held.map(meeting => meeting.days)))
  playCases(stage, first)
  playPlaces(stage, first)
  playEarlier(stage, first)
  playMandates(stage, first, today)
  playIndicators(stage, first, today)
  playFigures(stage, first, today)
  playLists(stage, first, today)
  const on = (meeting: DemoMeeting) => meetingDay(today, meeting.days)
  for (const meeting of held) {
    playAgenda(stage, meeting, on(meeting), 'called')
    playMeeting(stage, meeting, on(meeting), meeting === minutesOut ? 'minutesOut' : 'approved')
  }
  for (const [meeting, stop] of [
    [minutesInPreparation, 'minutesInPreparation'],
    [inSession, 'inSession'],
  ] as const) {
    playAgenda(stage, meeting, on(meeting), 'called')
    playMeeting(stage, meeting, on(meeting), stop)
  }
  playAgenda(stage, called, on(called), 'called')
  playAgenda(stage, signedOff, on(signedOff), 'signedOff')
  playAgenda(stage, oneSided, on(oneSided), 'oneSided')
  playAgenda(stage, inPreparation, on(inPreparation), 'inPreparation')
  for (const meeting of [...planned, ...sidePlanned]) playAgenda(stage, meeting, on(meeting), 'planned')
  playCancelled(stage, cancelled, on(cancelled), 'Bekendtgørelsen er udskudt. Emnet tages op på et ordinært møde.')
  playProposals(stage, today)
  playTemplates(stage, today)
  playRevisions(stage, today)
  playStandards(stage, [...held, inPreparation], today)
  playHearings(stage, [...held, inPreparation], today)
  playStatements(stage, today)
  playProcedure(stage, minutesOut, today)
  playStrategies(stage, [...held, inPreparation], today)
  playOutward(stage, held, today)
  playPlans(stage, held, today)
  playFlags(stage, held, today)
  playMethods(stage, held, today)
  playNeed(stage, today)
  playRounds(stage, today)
  playYear(stage, today)
  const steps = await stage.timeline.play()
  return { steps, meetings: stage.meetings.size, cases: stage.cases.size }
}

/** Every case is opened before the first meeting that takes it up. */
function playCases(stage: Stage, first: Day): void {
  const opened = momentOf(addDays(first, -110), '08:30')
  for (const demoCase of cases) {
    const body = demoCase.body ?? 'faelles-gruppe'
    stage.timeline.at(opened, `open case ${demoCase.key}`, async (at: Instant) => {
      const { id } = await openCase(stage.cast.secretaryOf(body, at), {
        bodyId: stage.cast.body(body).id,
        title: demoCase.title,
        summary: demoCase.summary,
        journalNumber: demoCase.journalNumber ?? null,
      })
      stage.cases.set(demoCase.key, id)
    })
  }
}

function playTemplates(stage: Stage, today: Day): void {
  stage.timeline.at(momentOf(addDays(today, -90), '10:15'), 'keep templates for items', async at => {
    const bodyId = stage.cast.body('faelles-gruppe').id
    for (const template of itemTemplates)
      await makeTemplate(stage.cast.actor('sekretariat.kommune', at), {
        ...template,
        bodyId,
        professionalDevelopment: false,
        procedural: false,
        effect: '',
        economy: '',
        presenter: null,
      })
    for (const block of textBlocks) await addBlock(stage.cast.actor('sekretariat.bolig', at), block)
  })
}

function playProposals(stage: Stage, today: Day): void {
  for (const proposal of proposals) {
    let id = 0
    stage.timeline.at(momentOf(addDays(today, proposal.days), '11:30'), `propose ${proposal.title}`, async at => {
      const proposed = await proposeItem(stage.cast.actor(proposal.by, at), {
        bodyId: stage.cast.body('faelles-gruppe').id,
        meetingId: proposal.meeting ? stage.meeting(proposal.meeting) : null,
        title: proposal.title,
        kind: proposal.kind,
        text: proposal.text,
      })
      id = proposed.id
    })
    const { answer } = proposal
    if (!answer) continue
    stage.timeline.at(momentOf(addDays(today, answer.days), '09:45'), `answer ${proposal.title}`, async at => {
      const actor = stage.cast.actor(answer.by, at)
      if (answer.declinedReason) await declineProposal(actor, { proposalId: id, reason: answer.declinedReason })
      else await acceptProposal(actor, { proposalId: id, meetingId: stage.meeting('j24'), coordination: true })
    })
  }
}
