import type { EarlierKind } from '../../features/meetings/earlier/index.ts'

/** A document from before the cooperation's first day. All of them are invented, and each says so itself. */
export interface DemoDocument {
  body: string
  by: 'sekretariat.bolig' | 'sekretariat.kommune'
  kind: EarlierKind
  /** As it is written: a day, a month or a year. */
  date: string
  number?: string
  title: string
  text: string
  file?: string
  position?: boolean
  closed?: { reason: string; publicTitle: string }
}

const invented = 'Opdigtet til demoen.'

export const earlier: DemoDocument[] = [
  {
    body: 'faelles-gruppe',
    by: 'sekretariat.kommune',
    kind: 'MINUTES',
    date: '14. marts 2007',
    number: '1/2007',
    title: 'Referat af det første forberedende møde',
    text: `Parterne blev enige om at udarbejde et fælles oplæg til en samarbejdsaftale. ${invented}`,
    file: '2007-03-14 Referat af forberedende møde.pdf',
  },
  {
    body: 'faelles-gruppe',
    by: 'sekretariat.bolig',
    kind: 'DECISION',
    date: 'november 2007',
    number: '3/2007',
    title: 'Fælles holdning til tidlig dialog om nedrivning',
    text: `Parterne orienterer hinanden, før en nedrivning drøftes med andre.\n\n${invented}`,
    position: true,
  },
  {
    body: 'faelles-gruppe',
    by: 'sekretariat.kommune',
    kind: 'MINUTES',
    date: '3. april 2008',
    number: '2/2008',
    title: 'Referat af forhandlingen om fordelingen af udgifter',
    text: `Forhandlingen fortsætter på næste møde. ${invented}`,
    closed: { reason: 'Parternes forhandlingspositioner', publicTitle: 'Referat af et forberedende møde' },
  },
  {
    body: 'faelles-gruppe',
    by: 'sekretariat.bolig',
    kind: 'OTHER',
    date: '2006',
    title: 'Oversigt over tidligere samarbejder mellem parterne',
    text: `Oversigten beskriver de samarbejder, der gik forud. ${invented}`,
  },
  {
    body: 'strategigruppe-bolig',
    by: 'sekretariat.bolig',
    kind: 'AGENDA',
    date: '21. januar 2008',
    title: 'Dagsorden for boligorganisationernes formøde',
    text: `Boligorganisationerne drøftede deres oplæg til samarbejdet. ${invented}`,
    file: '2008-01-21 Dagsorden for formøde.pdf',
  },
  {
    body: 'strategigruppe-kommune',
    by: 'sekretariat.kommune',
    kind: 'MINUTES',
    date: '5. februar 2008',
    title: 'Referat af forvaltningernes formøde',
    text: `Forvaltningerne aftalte, hvem der deltager i samarbejdet. ${invented}`,
    file: '2008-02-05 Referat af formøde.pdf',
  },
]
