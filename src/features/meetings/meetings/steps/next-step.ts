import { addDays, addWorkdays, clockTime, type Day, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { type CalendarFacts, stateOnDay } from './meeting-states.ts'

export interface NextStepFacts extends CalendarFacts {
  day: Day
  startsAt: string
  /** Last day to send the agenda with the notice that the rules ask for. */
  noticeDay: Day
  /** The secretariats that prepare the meeting, by name. */
  secretariats: string[]
  /** Those whose sign-off of the agenda, or of the minutes once the meeting is held, is missing. */
  unsignedBy: string[]
  unsentChange: boolean
  written: boolean
}

export interface NextStep {
  /** What happens next, a Danish sentence. */
  what: string
  /** Who must do it; null when nobody must do anything more. */
  who: string | null
  by: Day | null
  overdue: boolean
}

/** Workdays after the meeting within which the minutes should be out; a habit, not a rule of procedure. */
const minutesHabitWorkdays = 5

const chair = 'formanden'

/** R70: nothing but time approves minutes that nobody objects to. */
export const approvedUnlessObjected = (until: Day | null): string =>
  until
    ? `Gøres der ikke indsigelse mod referatet, anses det for godkendt den ${longDay(addDays(until, 1))}.`
    : 'Der kan gøres indsigelse mod referatet.'

/** What happens next with the meeting, who must do it, and by when. Nothing here changes with who looks. */
export function nextStep(facts: NextStepFacts, today: Day): NextStep {
  const all = listDanish(facts.secretariats)
  const missing = listDanish(facts.unsignedBy)
  const secretariat = facts.secretariats.length > 1 ? 'sekretariaterne' : 'sekretariatet'
  const partly = facts.unsignedBy.length > 0 && facts.unsignedBy.length < facts.secretariats.length
  const step = (what: string, who: string | null, by: Day | null): NextStep => ({
    what,
    who,
    by,
    overdue: isPast(by, today),
  })
  switch (stateOnDay(facts, today)) {
    case 'PLANNED':
      return step('Dagsordenen skal forberedes og udsendes.', all, facts.noticeDay)
    case 'AGENDA_IN_PREPARATION':
      return partly
        ? step(`Dagsordenen afventer godkendelse fra ${missing}.`, missing, facts.noticeDay)
        : step('Dagsordenen skal gøres færdig og godkendes.', all, facts.noticeDay)
    case 'AGENDA_SIGNED_OFF':
      return step('Dagsordenen er godkendt og skal udsendes.', all, facts.noticeDay)
    case 'CALLED':
      if (facts.unsentChange) {
        return facts.unsignedBy.length > 0
          ? step(
              'Den udsendte dagsorden er ændret. Ændringen skal godkendes og udsendes som tillæg.',
              missing,
              facts.day,
            )
          : step('Ændringen er godkendt og skal udsendes som tillæg.', all, facts.day)
      }
      if (facts.written) return step('Den skriftlige behandling er udsendt og skal åbnes for svar.', chair, facts.day)
      return today < facts.day
        ? step(
            `Mødet afholdes den ${longDay(facts.day)} ${clockTime(facts.startsAt)}. Formanden åbner det.`,
            null,
            null,
          )
        : step('Mødet skal åbnes.', chair, facts.day)
    case 'IN_SESSION':
      if (facts.written && today <= facts.day)
        return step(`Medlemmerne svarer ${secretariat} skriftligt.`, 'medlemmerne', facts.day)
      return step(
        `Punkterne behandles, og ${facts.written ? 'behandlingen' : 'mødet'} lukkes, når alle punkter har et resultat.`,
        chair,
        facts.day,
      )
    case 'MINUTES_IN_PREPARATION': {
      const by = addWorkdays(facts.day, minutesHabitWorkdays)
      return partly
        ? step(`Referatet afventer godkendelse fra ${missing}.`, missing, by)
        : step('Referatet skal gøres færdigt, godkendes og sendes til indsigelse.', all, by)
    }
    case 'MINUTES_OUT':
      return facts.objectionsUnanswered > 0
        ? step('Indsigelser mod referatet skal besvares.', all, facts.objectionsUntil)
        : step(approvedUnlessObjected(facts.objectionsUntil), 'medlemmerne', facts.objectionsUntil)
    case 'MINUTES_APPROVED':
      return step('Referatet er godkendt, og mødet er afsluttet.', null, null)
    case 'CANCELLED':
      return step(facts.written ? 'Den skriftlige behandling er aflyst.' : 'Mødet er aflyst.', null, null)
  }
}
