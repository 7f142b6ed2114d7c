import type { ProcedureSection } from './procedure-content.ts'

export const procedureTitle = 'Forretningsorden for fælles boligstrategisk gruppe'

/** What a first draft begins with, so that nobody begins with an empty page: everything in it can be changed. */
export const firstSections: readonly ProcedureSection[] = [
  {
    key: 'a1',
    heading: 'Opgave og sammensætning',
    text: 'Fælles boligstrategisk gruppe varetager det samarbejde, som parterne har aftalt. Hver parts strategigruppe udpeger partens medlemmer og deres suppleanter.',
  },
  {
    key: 'a2',
    heading: 'Indkaldelse og dagsorden',
    text: 'De to sekretariater forbereder møderne i fællesskab. Dagsordenen udsendes, når begge sekretariater har godkendt samme indhold. Udsendes den for sent, står der, hvorfor sagen ikke kan vente.',
  },
  {
    key: 'a3',
    heading: 'Mødets ledelse',
    text: 'Mødelederen konstaterer ved mødets begyndelse, om gruppen er beslutningsdygtig, og leder behandlingen af punkterne.',
  },
  {
    key: 'a4',
    heading: 'Beslutninger',
    text: 'Gruppen træffer kun beslutninger med økonomiske, juridiske og organisatoriske konsekvenser inden for de mandater, som parterne har fra deres besluttende organer. Enhver deltager kan få en kort udtalelse ført til referat.',
  },
  {
    key: 'a5',
    heading: 'Inhabilitet og lukkede punkter',
    text: 'Den, der er inhabil, deltager ikke i behandlingen af punktet. Et punkt behandles for lukkede døre, når tavshedspligt eller hensynet til en forhandling kræver det. Begrundelsen fremgår af dagsordenen.',
  },
  {
    key: 'a6',
    heading: 'Referat',
    text: 'Sekretariaterne fører beslutningsreferat under mødet. Gøres der ikke indsigelse inden fristen, anses referatet for godkendt.',
  },
  {
    key: 'a7',
    heading: 'Skriftlig behandling',
    text: 'Er skriftlig behandling tilladt, svarer medlemmerne inden en frist. Ønsker et medlem, at sagen drøftes på et møde, udsættes den til det næste møde.',
  },
  {
    key: 'a8',
    heading: 'Ændring af forretningsordenen',
    text: 'Forretningsordenen ændres kun ved en beslutning i gruppen. Et møde følger den version, der gælder på mødedagen.',
  },
]
