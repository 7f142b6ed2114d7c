import type { KindKey, PersonKey } from './types.ts'

export interface DemoProposal {
  by: PersonKey
  /** For which meeting; none: the next one. */
  meeting?: string
  title: string
  kind: KindKey
  text: string
  /** Calendar days from today. */
  days: number
  answer?: { by: PersonKey; days: number; declinedReason?: string; accept?: boolean }
}

export const proposals: DemoProposal[] = [
  {
    by: 'medlem.kristiansdal',
    title: 'Nabogener ved byggepladser',
    kind: 'DISCUSSION',
    text: 'Flere afdelinger ved omdannelsesområderne får klager over støj og støv. Kan vi aftale ens varsling på tværs af byggesager?',
    days: -3,
  },
  {
    by: 'medlem.boernunge',
    title: 'Lektiehjælp i ferierne',
    kind: 'DISCUSSION',
    text: 'Skolerne holder lukket i uge 7 og om sommeren. Forslaget er at prøve ferieåbent i to områder med frivillige.',
    days: -5,
  },
  {
    by: 'medlem.fab',
    title: 'Ens skiltning i boligområderne',
    kind: 'DECISION',
    text: 'Gæster og redningskøretøjer har svært ved at finde vej. FAB foreslår ens skilte i alle områder med mere end 300 boliger.',
    days: -75,
    answer: {
      by: 'sekretariat.bolig',
      days: -70,
      declinedReason: 'Skiltning behandles allerede i samarbejdet om udearealer. Forslaget er sendt videre dertil.',
    },
  },
  {
    by: 'medlem.hoejstrup',
    title: 'Fælles vejledning om husorden',
    kind: 'DISCUSSION',
    text: 'Husordener er meget forskellige og svære at læse. Kan vi lave en fælles vejledning på let dansk?',
    days: -16,
    answer: { by: 'sekretariat.kommune', days: -1, accept: true },
  },
]
