/** What the demo's secretariats keep for items that come again from meeting to meeting. Invented, as the meetings are. */
export const itemTemplates = [
  {
    name: 'Status på en indsats',
    title: 'Status på indsatsen i ',
    kind: 'DISCUSSION' as const,
    coordination: true,
    strategy: false,
    summary: 'Gruppen får status på indsatsen og drøfter det, der ikke går som ventet.',
    recommendation: 'Sekretariaterne indstiller, at gruppen\n1. drøfter status\n2. aftaler, hvem der følger op',
    presentation:
      '**Siden sidst**\n- Hvad er sket?\n- Hvad er forsinket, og hvorfor?\n\n**Tal**\nIndikator\tFør\tNu\nHenvendelser\t–\t–',
    plannedMinutes: 20,
  },
  {
    name: 'Høringssvar til drøftelse',
    title: 'Høringssvar om ',
    kind: 'DECISION' as const,
    coordination: false,
    strategy: true,
    summary: 'Parternes bemærkninger er samlet, og gruppen tager stilling til et fælles svar.',
    recommendation: 'Sekretariaterne indstiller, at svaret sendes på begge parters vegne.',
    presentation: 'Høringen sluttede den \n\n**Bemærkninger**\n- ',
    plannedMinutes: 15,
  },
]

/** What the demo's secretariats set into minutes again and again. Invented, as the meetings are. */
export const textBlocks = [
  { title: 'Dagsordenen godkendt', text: 'Dagsordenen blev godkendt uden bemærkninger.' },
  { title: 'Taget til efterretning', text: 'Gruppen tog orienteringen til efterretning.' },
  { title: 'Sekretariaterne følger op', text: 'De to sekretariater følger op og vender tilbage på næste møde.' },
]
