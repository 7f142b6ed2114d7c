import {
  answerTextHearing,
  loadText,
  openTextHearing,
  putTextOnAgenda,
  signOffText,
} from '../../../features/decisions/adoption/index.ts'
import {
  beginProcedure,
  editParameters,
  editSection,
  parametersOn,
  procedureKind,
} from '../../../features/decisions/procedure/index.ts'
import { addMinutes, addWorkdays, type Day, dayOf, type Instant, momentOf } from '../../../kernel/days.ts'
import type { DemoMeeting } from '../../content/types.ts'
import { meetingDay } from '../../schedule.ts'
import type { Stage } from '../../stage.ts'
import { decideUnanimously } from '../unanimous.ts'

/** Invented: rules of procedure that the joint group adopted at a meeting, and the next version that is written on. */
export function playProcedure(stage: Stage, meeting: DemoMeeting, today: Day): void {
  const { timeline, cast } = stage
  const on = meetingDay(today, meeting.days)
  const before = (workdays: number, time: string) => stage.notAfterNow(momentOf(addWorkdays(on, -workdays), time))
  let slug = ''
  const newest = async (at: Instant) => (await loadText(cast.database.prisma, procedureKind, slug, dayOf(at))).newest
  timeline.at(before(30, '13:10'), 'begin the rules of procedure', async at => {
    const actor = cast.actor('sekretariat.bolig', at)
    const standard = parametersOn(actor, actor.today)
    ;({ slug } = await beginProcedure(actor, standard))
    const parameters = { ...standard, agendaWorkdays: 6, minutesWorkdays: 10 }
    await editParameters(cast.actor('sekretariat.kommune', at), { slug, version: 1, parameters })
  })
  playHearing(stage, { slug: () => slug, opened: before(30, '13:40'), until: dayOf(before(24, '12:00')), before })
  ;['sekretariat.bolig', 'sekretariat.kommune'].forEach((by, nth) => {
    timeline.at(before(22, addMinutes('14:00', nth * 5)), `${by} signs off the rules of procedure`, async at => {
      await signOffText(cast.actor(by, at), procedureKind, { slug, shownHash: (await newest(at)).hash })
    })
  })
  let itemId = 0
  timeline.at(before(22, '14:12'), 'put the rules of procedure on the agenda', async at => {
    const input = { slug, meetingId: stage.meeting(meeting.key), fromDay: null, caseId: 'NEW' as const }
    ;({ itemId } = await putTextOnAgenda(cast.actor('sekretariat.kommune', at), procedureKind, input))
  })
  timeline.at(momentOf(on, addMinutes(meeting.startsAt, 50)), 'adopt the rules of procedure', async at => {
    const title = 'Forretningsorden for gruppen'
    const text = 'Fælles boligstrategisk gruppe vedtager sin forretningsorden.'
    await decideUnanimously(stage, meeting, { itemId, title, text, at })
  })
  timeline.at(momentOf(addWorkdays(today, -4), '10:20'), 'write on the rules of procedure', async at => {
    const { number, content } = await newest(at)
    const parameters = { ...content.parameters, writtenProcedureAllowed: true }
    await editParameters(cast.actor('sekretariat.kommune', at), { slug, version: number, parameters })
    await editSection(cast.actor('sekretariat.bolig', at), {
      ...{ slug, version: number + 1, key: 'a7', heading: 'Skriftlig behandling' },
      text: 'Sekretariaterne kan sende en sag til skriftlig behandling, når den ikke kan vente til det næste møde. Medlemmerne svarer inden fristen. Et manglende svar er ikke et ja. Ønsker et medlem, at sagen drøftes på et møde, udsættes den til det næste møde.',
    })
  })
}

/** The organisations are asked about the first draft; some answer, and some do not. */
function playHearing(
  { timeline, cast }: Stage,
  hearing: { slug: () => string; opened: Instant; until: Day; before: (workdays: number, time: string) => Instant },
): void {
  let number = 0
  timeline.at(hearing.opened, 'ask about the rules of procedure', async at => {
    const asked = { slug: hearing.slug(), version: 2, audience: 'ALL' as const, asked: [], until: hearing.until }
    const question = 'Passer fristerne med jeres egne møder?'
    ;({ number } = await openTextHearing(cast.actor('sekretariat.kommune', at), procedureKind, { ...asked, question }))
  })
  const answers = [
    { by: 'medlem.hoejstrup', organisation: 'hoejstrup', stance: 'SUPPORTS', whole: '' },
    {
      by: 'medlem.bykultur',
      organisation: 'by-og-kulturforvaltningen',
      stance: 'WITH_REMARKS',
      whole: 'Fristen for forslag bør ligge uden for skolernes ferier.',
    },
  ] as const
  answers.forEach(({ by, ...said }, nth) => {
    timeline.at(hearing.before(26, addMinutes('10:00', nth * 20)), `${by} answers about the rules`, async at => {
      const answer = { slug: hearing.slug(), number, version: 0, sections: {}, ...said }
      await answerTextHearing(cast.actor(by, at), procedureKind, answer)
    })
  })
}
