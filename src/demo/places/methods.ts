import type { TermDraft } from '../../features/strategy/assessments/index.ts'

/** Methods by which areas are assessed, and what the group came to. All of it is invented, and says so. */
export interface DemoMethod {
  key: string
  title: string
  purpose: string
  /** The meeting that adopts it; null: it is a draft. */
  adoptedAt: string | null
  terms: (Omit<TermDraft, 'indicatorId'> & { indicator: string })[]
  /** What the draft of its next version has besides. */
  next?: Omit<TermDraft, 'indicatorId'> & { indicator: string }
}

const town = { yardstick: 'TOWN' as const, limit: null, yearsBack: null, floor: null }
const steps = [
  { from: 10, points: 1 },
  { from: 25, points: 2 },
  { from: 50, points: 4 },
]

export const demoMethods: DemoMethod[] = [
  {
    key: 'faelles',
    title: 'Fælles områdevurdering',
    purpose:
      'Metoden skal vise i god tid, hvilke boligområder der har brug for en fælles indsats, og hvorfor. (Opdigtet eksempel.)',
    adoptedAt: 'j15',
    terms: [
      { indicator: 'Fraflytninger efter afdeling', worse: 'HIGHER', bands: steps, ...town },
      { indicator: 'Anmeldelser af hærværk og indbrud', worse: 'HIGHER', bands: steps, ...town },
      {
        ...{ indicator: 'Borgere på 18–64 år uden arbejde og uddannelse', worse: 'HIGHER', bands: steps, ...town },
        floor: { points: 4, level: 'n2' },
      },
      { indicator: 'Elever med højt skolefravær', worse: 'HIGHER', bands: steps, ...town },
      { indicator: 'Gennemsnitlig bruttoindkomst', worse: 'LOWER', bands: steps, ...town },
    ],
    next: {
      ...{ indicator: 'Unge, der er sigtet', worse: 'HIGHER', bands: steps },
      ...{ yardstick: 'PAST', limit: null, yearsBack: 3, floor: null },
    },
  },
  {
    key: 'udvikling',
    title: 'Udvikling i området',
    purpose: 'Et forslag til en metode, der kun ser på områdets egen udvikling. (Opdigtet eksempel.)',
    adoptedAt: null,
    terms: [
      {
        ...{ indicator: 'Fraflytninger efter afdeling', worse: 'HIGHER', bands: steps },
        ...{ yardstick: 'PAST', limit: null, yearsBack: 3, floor: null },
      },
    ],
  },
  {
    key: 'trivsel',
    title: 'Børns og unges trivsel',
    purpose:
      'Et forslag til en metode, der ser på børn og unge alene, og holder området op mod hele byen. (Opdigtet eksempel.)',
    adoptedAt: null,
    terms: [
      { indicator: 'Elever med højt skolefravær', worse: 'HIGHER', bands: steps, ...town },
      { indicator: 'Unge, der er sigtet', worse: 'HIGHER', bands: steps, ...town },
    ],
  },
]

/** What the joint group came to at a meeting, after its method was adopted. */
export const demoAssessments = [
  {
    area: 'Bolbroområdet',
    at: 'j17',
    item: 'Påpegning af Bolbroområdet',
    level: 'n2',
    reasons:
      'Flere fraflytninger og mere hærværk på ét år. Gruppen lægger vægt på driftens påpegning, også hvor tallene ikke viser det endnu. (Opdigtet eksempel.)',
    months: 12,
  },
  {
    area: 'Tornbjergområdet',
    at: 'j16',
    item: '',
    level: 'n1',
    reasons: 'Området er stabilt, og afdelingerne har selv en plan for fællesarealerne. (Opdigtet eksempel.)',
    months: 4,
  },
]
