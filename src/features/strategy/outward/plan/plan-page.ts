import { type Day, daysBetween, longDay, shortDay, weekdayOf } from '../../../../kernel/days.ts'
import { capitalised, inDays, plural } from '../../../../kernel/text.ts'
import { agendaPath } from '../../../meetings/meetings/paths.ts'
import { stepNames } from '../labels.ts'
import type { OutwardRow } from '../queries.ts'
import { agendaWorkdays, type KnownMeeting, planSteps, writingInWorkdays } from './plan-rules.ts'
import type { Standing } from './read-plan.ts'
import type { Remedy } from './remedy-rules.ts'

/** »fredag den 4. december 2026« */
export const dayInFull = (day: Day): string => `${weekdayOf(day)} den ${longDay(day)}`

const meetingName = ({ number, day, written }: KnownMeeting): string =>
  written ? `den skriftlige behandling ${number} til den ${longDay(day)}` : `mødet ${number} den ${longDay(day)}`

/** The plan as a line of days: what is behind, what is next, and until when. */
export function planModel(row: OutwardRow, standing: Standing, today: Day) {
  const { done, plan, earliest } = standing
  return {
    when: plan ? 'Senest' : 'Tidligst',
    rows: planSteps.map((step, at) => {
      const day = (plan?.days ?? earliest)?.[step] ?? null
      return {
        step: `${at + 1}. ${stepNames[step]}`,
        about: aboutOf(step, row, plan?.meeting ?? null),
        day:
          at < done
            ? doneText(step, row)
            : day
              ? capitalised(`${weekdayOf(day)} ${shortDay(day)}`)
              : 'Intet planlagt møde',
        soft: at >= done && day ? capitalised(inDays(daysBetween(today, day))) : '',
        tag:
          at < done
            ? { text: 'Gjort', kind: 'success' as const }
            : at > done
              ? { text: 'Senere', kind: 'neutral' as const }
              : { text: 'Næste', kind: standing.outOfReach ? ('danger' as const) : ('info' as const) },
      }
    }),
    meeting: plan?.meeting ? { text: capitalised(meetingName(plan.meeting)), href: agendaPath(plan.meeting.id) } : null,
    rule: `${plan ? 'Planen er regnet baglæns fra modtagerens frist og de møder, der er planlagt.' : 'Her er den første dag, hvert skridt kan nås.'} Organisationerne har ${plural(row.hearingWorkdays, 'hverdag', 'hverdage')} til at svare, sekretariaterne har ${plural(writingInWorkdays, 'hverdag', 'hverdage')} til at skrive svarene ind, og teksten er godkendt ${plural(agendaWorkdays, 'hverdag', 'hverdage')} før, dagsordenen udsendes. Planen regnes om, når et møde flyttes eller aflyses.`,
  }
}

function aboutOf(step: (typeof planSteps)[number], row: OutwardRow, meeting: KnownMeeting | null): string {
  if (step === 'HEARING' && row.heardUntil) return 'Fristen er den, organisationerne har fået.'
  if (step === 'AGENDA' && meeting)
    return `${plural(meeting.noticeWorkdays, 'hverdag', 'hverdage')} før mødet efter forretningsordenen.`
  if (step === 'MEETING' && meeting?.written) return 'Skriftlig behandling.'
  return ''
}

const doneText = (step: (typeof planSteps)[number], row: OutwardRow): string => {
  if (step === 'HEARING' && row.heardUntil) return `Frist ${shortDay(row.heardUntil)}`
  if (step === 'MEETING' && row.meetingDay) return shortDay(row.meetingDay)
  if (step === 'SEND' && row.sentOn) return shortDay(row.sentOn)
  return ''
}

/** What would make it, each as a sentence. */
export function remedyText(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'WRITTEN':
      return `Skriftlig behandling med svarfrist senest ${dayInFull(remedy.day)}. Dagsordenen udsendes senest den ${longDay(remedy.agenda)}.`
    case 'EXTRA_MEETING':
      return `Et ekstraordinært møde senest ${dayInFull(remedy.day)}. Dagsordenen udsendes senest den ${longDay(remedy.agenda)}.`
    case 'SHORT_NOTICE':
      return `Brevet kommer på ${meetingName(remedy.meeting)} med kortere varsel, end forretningsordenen kræver. Sekretariaterne skriver, hvorfor sagen ikke kan vente.`
    case 'SHORTER_HEARING':
      return `Organisationerne får ${plural(remedy.workdays, 'hverdag', 'hverdage')} til at svare.`
    case 'EXTENSION':
      return remedy.meeting
        ? `Bed modtageren om en senere frist: ${dayInFull(remedy.until)}. Så kan brevet nås på ${meetingName(remedy.meeting)}.`
        : `Bed modtageren om en senere frist: ${dayInFull(remedy.until)}.`
    case 'OWN_STATEMENTS':
      return `Hver organisation sender sin egen udtalelse senest ${dayInFull(remedy.until)}.`
  }
}
