import type { AmendmentKind } from '../../database/generated/enums.ts'
import type { PersonKey } from './types.ts'

/** Proposals to change the agreement. All are invented; the words they quote are the demo's own summary of it. */
export interface DemoAmendment {
  by: PersonKey
  org: string
  kind: AmendmentKind
  /** The section's key; none: a new section. */
  section?: string
  heading?: string
  words?: string
  text?: string
  reasons: string
  editorial?: true
  /** Who supports it. */
  support?: [by: PersonKey, org: string][]
  comments?: [by: PersonKey, text: string][]
  answer?: { outcome: 'TAKEN_IN' | 'ADAPTED' | 'DECLINED'; text?: string; reason?: string } | { withdrawn: string }
}

/** The two proposals of a list, by their numbers, that are on the same words, and what came of them. */
export interface DemoConflict {
  pair: [number, number]
  outcome: 'FIRST' | 'SECOND'
  reason: string
  /** Only the housing side's secretariat has answered yet. */
  oneSided?: true
}

export const purposes = {
  signed:
    'Aftalen er fra 2008. Parterne bedes især se på **baggrunden**, som loven har ændret, og på **den økonomiske ramme** i § 7.',
  underWay:
    'Parterne bedes se på, om aftalen siger nok om **viden og åbenhed**, og om de tre opgaver stadig dækker det, I arbejder med.',
}

/** The round that became the version in force. */
export const signedRound: DemoAmendment[] = [
  {
    by: 'medlem.fab',
    org: 'fab',
    kind: 'REPLACE',
    section: 'baggrunden',
    words: 'Staten har siden 2004 haft særlig opmærksomhed på de udsatte boligområder',
    text: 'Staten har siden 2004 haft særlig opmærksomhed på de udsatte boligområder, og kravene til dem er skærpet flere gange siden',
    reasons: 'Lovgivningen om de udsatte boligområder er ændret meget siden 2008. Det skal kunne læses i aftalen.',
    support: [
      ['medlem.hoejstrup', 'hoejstrup'],
      ['medlem.bykultur', 'by-og-kulturforvaltningen'],
    ],
    answer: { outcome: 'TAKEN_IN' },
  },
  {
    by: 'medlem.bykultur',
    org: 'by-og-kulturforvaltningen',
    kind: 'ADD',
    section: 'opgaverne',
    words: 'når et boligområde vækker bekymring.',
    text: 'De aftaler, hvem der gør hvad, og hvornår de følger op.',
    reasons: 'Vi er enige om at gribe tidligt ind, men aftalen siger ikke, hvem der følger op.',
    support: [['naestformand', 'odense-andelsboligforening']],
    comments: [
      ['medlem.kristiansdal', 'Det er en god tilføjelse. Hos os har opfølgningen været det svage led.'],
      ['medlem.bykultur', 'Tak. Det er også baggrunden for forslaget.'],
    ],
    answer: { outcome: 'TAKEN_IN' },
  },
  {
    by: 'medlem.hoejstrup',
    org: 'hoejstrup',
    kind: 'REPLACE',
    section: 'moederne',
    words: 'inden for en aftalt økonomisk ramme',
    text: 'inden for en økonomisk ramme, som gruppen beslutter for et år ad gangen',
    reasons: 'Rammen har i praksis været besluttet år for år. Det giver ro at skrive det.',
    answer: { outcome: 'TAKEN_IN' },
  },
  {
    by: 'medlem.kristiansdal',
    org: 'kristiansdal',
    kind: 'REPLACE',
    section: 'moederne',
    words: 'en aftalt økonomisk ramme',
    text: 'en økonomisk ramme på højst 500.000 kr. om året',
    reasons: 'Bestyrelsen ønsker et loft, som alle kan kende på forhånd.',
    comments: [
      [
        'medlem.hoejstrup',
        'Et beløb i aftalen skal ændres ved hver revision. Det hører hjemme i beslutningen om rammen.',
      ],
    ],
  },
  {
    by: 'medlem.boernunge',
    org: 'boern-og-ungeforvaltningen',
    kind: 'REPLACE',
    section: 'opgaverne',
    words: 'beboerdemokrati, image og beskæftigelse',
    text: 'beboerdemokrati, image, beskæftigelse og skolegang',
    reasons: 'Børns skolegang er et tema i alle områder, og den er ikke nævnt.',
    support: [['medlem.fab', 'fab']],
    answer: {
      outcome: 'ADAPTED',
      text: 'beboerdemokrati, image, beskæftigelse og børns og unges trivsel',
      reason: 'Trivsel dækker både skolegang og fritid.',
    },
  },
  {
    by: 'naestformand',
    org: 'odense-andelsboligforening',
    kind: 'ADD',
    heading: 'Udtræden',
    text: 'En organisation kan udtræde af samarbejdet med et års varsel.',
    reasons: 'Aftalen siger ikke, hvordan en organisation kan forlade samarbejdet.',
    answer: {
      outcome: 'DECLINED',
      reason:
        'Parterne er enige om, at udtræden sker ved et tillæg, som organisationen og begge sekretariater underskriver.',
    },
  },
]

export const signedConflict: DemoConflict = {
  pair: [3, 4],
  outcome: 'FIRST',
  reason: 'Beløbet besluttes sammen med rammen, så aftalen ikke skal ændres, når priserne gør.',
}

/** What the strategy groups answered to the draft. */
export const hearingAnswers: {
  by: PersonKey
  side: 'HOUSING' | 'MUNICIPALITY'
  section?: string
  stance: 'SUPPORTS' | 'WITH_REMARKS'
  text: string
}[] = [
  {
    by: 'strategi.bolig',
    side: 'HOUSING',
    section: 'moederne',
    stance: 'WITH_REMARKS',
    text: 'Vi forudsætter, at rammen for det kommende år er besluttet, før det begynder.',
  },
  { by: 'strategi.bolig', side: 'HOUSING', stance: 'SUPPORTS', text: 'Strategigruppen støtter udkastet.' },
  {
    by: 'strategi.kommune',
    side: 'MUNICIPALITY',
    section: 'opgaverne',
    stance: 'SUPPORTS',
    text: 'Opfølgningen er det, vi har savnet.',
  },
  { by: 'strategi.kommune', side: 'MUNICIPALITY', stance: 'SUPPORTS', text: '' },
]

/** The round that is under way. */
export const currentRound: DemoAmendment[] = [
  {
    by: 'medlem.hoejstrup',
    org: 'hoejstrup',
    kind: 'REPLACE',
    section: 'maalet',
    words: 'en stærkere social og forebyggende indsats',
    text: 'en stærkere social, forebyggende og grøn indsats',
    reasons: 'Energirenovering og grønne fællesskaber fylder i alle områder og er ikke nævnt i målet.',
    support: [['medlem.fab', 'fab']],
    comments: [
      ['ravnhoej', 'Det er et stort ord at sætte ind i målet. Kan det hellere stå under opgaverne?'],
      ['medlem.hoejstrup', 'Vi er åbne for en anden placering, hvis meningen bevares.'],
    ],
  },
  {
    by: 'ravnhoej',
    org: 'social-og-arbejdsmarkedsforvaltningen',
    kind: 'ADD',
    section: 'opgaverne',
    words: 'De samler viden og deler den med hinanden',
    text: 'mindst én gang om året',
    reasons: 'Der skal være en fast rytme for, hvornår tallene udveksles.',
    support: [['medlem.bykultur', 'by-og-kulturforvaltningen']],
  },
  {
    by: 'medlem.fab',
    org: 'fab',
    kind: 'REPLACE',
    section: 'opgaverne',
    words: 'De samler viden og deler den med hinanden',
    text: 'De samler viden, deler den med hinanden og offentliggør den, når den ikke angår enkeltpersoner',
    reasons: 'Beboerne har krav på at se, hvad vi ved om deres område.',
    support: [['medlem.kristiansdal', 'kristiansdal']],
    comments: [['medlem.bykultur', 'Vi støtter åbenheden, men diskretionen skal være helt klar.']],
  },
  {
    by: 'medlem.bykultur',
    org: 'by-og-kulturforvaltningen',
    kind: 'REPLACE',
    section: 'organisationen',
    words: 'Tilsammen er de to den fælles gruppes sekretariat, og de skal støtte hinanden.',
    text: 'Tilsammen er de sekretariat for den fælles gruppe, og de støtter hinanden.',
    reasons: 'Sætningen kan siges kortere.',
    editorial: true,
    answer: { outcome: 'TAKEN_IN' },
  },
  {
    by: 'sandkjaer',
    org: 'kollegieboligselskabet',
    kind: 'ADD',
    heading: 'Digitale møder',
    text: 'Møder kan holdes digitalt, når formanden og næstformanden er enige om det.',
    reasons: 'Det gør det lettere at være med.',
    answer: { withdrawn: 'Mødeformen hører hjemme i forretningsordenen.' },
  },
]

export const currentConflict: DemoConflict = {
  pair: [2, 3],
  outcome: 'SECOND',
  reason: 'Åbenheden er det vigtigste. Rytmen kan aftales i en strategi.',
  oneSided: true,
}

/** Rounds before the portal, as they were handled on paper: the agreement went on as it was. */
export const paperRounds: {
  since: number
  proposal?: { org: string; section: string; words: string; text: string; reasons: string; answer: string }
}[] = [
  {
    since: 2010,
    proposal: {
      org: 'odense-andelsboligforening',
      section: 'organisationen',
      words: 'inden for de tre opgaver',
      text: 'inden for de tre opgaver i § 5',
      reasons: 'Aftalens egen tekst henviser til opgaverne under 4, men de står i § 5.',
      answer: 'Fejlen er åbenbar. Den rettes, næste gang aftalen ændres.',
    },
  },
  {
    since: 2014,
    proposal: {
      org: 'by-og-kulturforvaltningen',
      section: 'baggrunden',
      words: 'også om boligsociale indsatser og anvisning',
      text: 'også om boligsociale indsatser, anvisning og udlejning',
      reasons: 'Fleksibel udlejning bruges nu i flere områder.',
      answer: 'Parterne er enige om, at anvisning også dækker udlejning.',
    },
  },
  {
    since: 2018,
    proposal: {
      org: 'kristiansdal',
      section: 'moederne',
      words: 'kurser, konferencer og workshops',
      text: 'kurser, konferencer, workshops og studieture',
      reasons: 'Studieture har vist sig at give meget.',
      answer: 'Listen er eksempler. Studieture kan holdes inden for rammen i dag.',
    },
  },
]
