import type { Right } from '../../../access/policy.ts'
import { addDays, type Day, longDay } from '../../../kernel/days.ts'
import { condition, stepsOf, type Transition } from '../../../kernel/steps/steps.ts'
import { type FlagState, type FlagStepKind, flagStateLabels } from './flag-states.ts'

/** What is done with a flag: the steps that are kept, and the correction of what was written. */
export type FlagAct = FlagStepKind | 'CORRECT'

/** What became of the item that a flag was put on the agenda as, or of the one that it was carried over to. */
export type ItemFate = 'AWAITS' | 'TREATED' | 'GONE'

/** What the conditions of the steps ask about. */
export interface FlagFacts {
  state: FlagState
  /** Whoever acts has raised it. */
  isOwn: boolean
  /** Null: it has never been put on an agenda. */
  item: ItemFate | null
  /** The day that a step sets; null: it sets none. */
  until: Day | null
  today: Day
  /** What another flag must be for this one to be joined to it, as a sentence that says why it is not; null: it is. */
  notJoinable: string | null
}

/** A flag is followed for two years at most: what nobody looks at for longer is not followed. */
const mostDays = 731

const own = condition<FlagFacts>('own', 'Whoever corrects it has raised it.', ({ isOwn }) =>
  isOwn ? null : 'Kun den, der har påpeget stedet, kan rette påpegningen.',
)
const notAwaiting = condition<FlagFacts>('notAwaiting', 'No item with it waits for its meeting.', ({ item }) =>
  item === 'AWAITS'
    ? 'Påpegningen står på en dagsorden, og punktet er ikke behandlet. Tag punktet af dagsordenen, eller registrér udfaldet efter mødet.'
    : null,
)
const treated = condition<FlagFacts>('treated', 'A meeting has treated it.', ({ item }) =>
  item === 'TREATED'
    ? null
    : 'Udfaldet kommer af et punkt på et møde. Sæt påpegningen på en dagsorden, og registrér udfaldet, når punktet er behandlet.',
)
const dayAhead = condition<FlagFacts>(
  'dayAhead',
  'The day is after today, and within two years.',
  ({ until, today }) => {
    if (until === null) return null
    if (until <= today) return 'Vælg en dag efter i dag.'
    const last = addDays(today, mostDays)
    return until > last ? `Vælg en dag senest den ${longDay(last)}. Længere følges en påpegning ikke.` : null
  },
  'until',
)
const joinable = condition<FlagFacts>(
  'joinable',
  'The other flag is open and of the same place and theme.',
  ({ notJoinable }) => notJoinable,
  'joinedTo',
)

type Row = Transition<FlagAct, FlagState, FlagFacts, Right>
const handled = (row: Omit<Row, 'right' | 'who'>): Row => ({ right: 'handleFlags', who: 'sekretariaterne', ...row })
const between: FlagState[] = ['ACKNOWLEDGED', 'ON_AGENDA', 'FOLLOWED', 'RETURNED']

/** R39: the way of a flag. None ends without an outcome; an outcome that was given too soon is taken up again. */
export const flagWay = stepsOf<FlagAct, FlagState, FlagFacts, Right>({
  of: 'Påpegningen',
  states: flagStateLabels,
  refused: {
    CORRECT: 'den ikke rettes',
    ACKNOWLEDGE: 'der ikke kvitteres for den',
    PUT_ON_AGENDA: 'den ikke sættes på en dagsorden',
    FOLLOW: 'der ikke vælges en dag at følge den til',
    ASSESS: 'der ikke registreres en vurdering',
    START_INITIATIVE: 'der ikke registreres en indsats',
    DECLINE: 'den ikke afvises',
    JOIN: 'den ikke samles med en anden',
    REOPEN: 'den ikke genåbnes',
  },
  transitions: [
    {
      ...{ step: 'CORRECT', from: ['NEW'], to: 'NEW', label: 'Ret påpegningen', conditions: [own] },
      ...{ right: 'raiseFlag', who: 'den, der har påpeget stedet' },
    },
    {
      ...{ step: 'ACKNOWLEDGE', from: ['NEW'], to: 'ACKNOWLEDGED', label: 'Kvittér for påpegningen', conditions: [] },
      ...{ right: 'acknowledgeFlag', who: 'sekretariatet for den anden part end den, der har påpeget' },
    },
    handled({
      ...{ step: 'PUT_ON_AGENDA', from: between, to: 'ON_AGENDA', label: 'Sæt på en dagsorden' },
      conditions: [notAwaiting],
    }),
    handled({
      ...{ step: 'ASSESS', from: ['ON_AGENDA', 'FOLLOWED', 'RETURNED'], to: 'ASSESSED', label: 'Registrér vurdering' },
      conditions: [treated],
    }),
    handled({
      ...{ step: 'START_INITIATIVE', from: ['ON_AGENDA', 'FOLLOWED', 'RETURNED'], to: 'INITIATIVE' },
      ...{ label: 'Registrér indsats', conditions: [treated] },
    }),
    handled({
      ...{ step: 'FOLLOW', from: between, to: 'FOLLOWED', label: 'Følg til en dag' },
      conditions: [notAwaiting, dayAhead],
    }),
    handled({
      ...{ step: 'DECLINE', from: between, to: 'DECLINED', label: 'Afvis påpegningen' },
      conditions: [notAwaiting],
    }),
    handled({
      ...{ step: 'JOIN', from: ['ACKNOWLEDGED', 'FOLLOWED', 'RETURNED'], to: 'JOINED', label: 'Saml med en anden' },
      conditions: [joinable],
    }),
    handled({
      ...{ step: 'REOPEN', from: ['ASSESSED', 'INITIATIVE', 'DECLINED', 'JOINED'], to: 'ACKNOWLEDGED' },
      ...{ label: 'Genåbn påpegningen', conditions: [] },
    }),
  ],
})
