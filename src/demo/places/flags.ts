import type { FlagDraft } from '../../features/strategy/flags/index.ts'
import type { PersonKey } from '../content/types.ts'

/** A place that somebody points out, and what became of it by today. All of it is invented, and says so. */
export interface DemoFlag extends Pick<FlagDraft, 'source' | 'theme' | 'reason' | 'urgency'> {
  key: string
  place: { level: 'area' | 'estate' | 'district'; name: string }
  by: PersonKey
  /** Workdays before today, or before the meeting that treats it. */
  raised: { workdaysBefore: number; meeting?: string }
  acknowledged?: { by: PersonKey; after: number; text: string }
  followed?: { by: PersonKey; after: number; days: number; text: string }
  /** What the meeting minuted, and what came of it. */
  treated?: { minutes: string; assessed: string }
}

export const flags: DemoFlag[] = [
  {
    key: 'bolbro',
    place: { level: 'area', name: 'Bolbroområdet' },
    by: 'medlem.kristiansdal',
    source: 'STAFF',
    theme: 'SAFETY',
    urgency: 'SOON',
    reason:
      'Driften melder om flere hærværkssager i vaskekældre og på legepladser end sidste år, og nye beboere flytter igen inden for det første år. (Opdigtet eksempel.)',
    raised: { workdaysBefore: 40, meeting: 'j17' },
    acknowledged: { by: 'sekretariat.kommune', after: 2, text: 'Vi ser på tallene for flytninger til mødet.' },
    treated: {
      minutes: 'Gruppen drøftede påpegningen og var enig i, at området skal vurderes efter den fælles metode.',
      assessed: 'Gruppen vurderer området som bekymrende. Vurderingen tages op igen om et år. (Opdigtet eksempel.)',
    },
  },
  {
    key: 'tarup',
    place: { level: 'district', name: 'Tarup' },
    by: 'medlem.bykultur',
    source: 'OWN_DATA',
    theme: 'SETTLEMENT',
    urgency: 'NORMAL',
    reason:
      'Flere børnefamilier flytter væk, når det ældste barn skal i skole. Det er set to år i træk. (Opdigtet eksempel.)',
    raised: { workdaysBefore: 62 },
    acknowledged: { by: 'sekretariat.bolig', after: 3, text: '' },
    followed: {
      ...{ by: 'sekretariat.kommune', after: 12, days: 120 },
      text: 'Udviklingen følges, til årets tal for flytninger er kommet.',
    },
  },
  {
    key: 'elmevaenget',
    place: { level: 'estate', name: 'Elmevænget' },
    by: 'underskriver.fab',
    source: 'RESIDENTS',
    theme: 'DEMOCRACY',
    urgency: 'NORMAL',
    reason:
      'Afdelingen har ikke kunnet vælge en bestyrelse to år i træk, og fælleshuset bruges næsten ikke. (Opdigtet eksempel.)',
    raised: { workdaysBefore: 12 },
    acknowledged: { by: 'sekretariat.kommune', after: 4, text: 'Modtaget. Vi tager den med til det næste møde.' },
  },
  {
    key: 'naesby',
    place: { level: 'area', name: 'Næsbyområdet' },
    by: 'medlem.boernunge',
    source: 'STAFF',
    theme: 'CHILDREN',
    urgency: 'URGENT',
    reason:
      'Klubben og skolen ser de samme unge samle sig sent om aftenen, og fraværet i 8. klasse er steget siden sommerferien. (Opdigtet eksempel.)',
    raised: { workdaysBefore: 3 },
  },
]
