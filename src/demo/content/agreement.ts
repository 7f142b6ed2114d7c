/** The agreement of 2008 in our own plain words: its text is not in the repository. `import agreement` puts it in their place. */
export const clauses: { number: string; heading: string; summary: string }[] = [
  {
    number: '1',
    heading: 'Parterne',
    summary:
      'De boligorganisationer, der har skrevet under, og Odense Kommune går sammen om et samarbejde, der ser på tværs og på helheden.',
  },
  {
    number: '2',
    heading: 'Målet',
    summary: 'Samarbejdet skal bære en stærkere social og forebyggende indsats i byens almene boligområder.',
  },
  {
    number: '3',
    heading: 'Baggrunden',
    summary: `Staten har siden 2004 haft særlig opmærksomhed på de udsatte boligområder, og et boligforlig fra 2006 gør det muligt for Landsbyggefonden at støtte helhedsplaner. Fonden ønsker et tættere samarbejde i Odense og er med til at betale for det.

Fonden vil opnå to ting:

- parterne bliver enige om en tydelig politik for de almene boliger, også om boligsociale indsatser og anvisning
- kommunen tager del i ansvaret for de sociale problemer i de enkelte afdelinger

Boligorganisationerne arbejdede allerede sammen, før aftalen blev til.`,
  },
  {
    number: '4',
    heading: 'Formålet',
    summary: `Indsatsen i de almene boligområder skal hænge sammen. Derfor skal parterne nå frem til:

- samme holdning til det, der betyder noget for områdernes udvikling
- samme forståelse af, hvor sammensatte udfordringerne er
- samme vilje til at løse dem i tillid, ud fra helheden og på en bæredygtig måde`,
  },
  {
    number: '5',
    heading: 'Opgaverne',
    summary: `Parterne har tre opgaver, som de løser hver for sig og sammen:

- **Strategi**: at se langt frem og præge rammerne for det boligsociale arbejde
- **Faglig udvikling**: at blive dygtigere til de udfordringer, områderne har
- **Koordinering**: at arbejde på tværs af geografi og administration

### Strategi

Parterne lægger fælles strategier, især for de områder, som analyser viser er særlig udsatte. De samler viden og deler den med hinanden, og de udvikler måder at gribe tidligt ind på, når et boligområde vækker bekymring. Bosætning og behovet for almene boliger hører med.

### Faglig udvikling

Samarbejdet er et sted, hvor lokale indsatser lærer af hinanden og får nyt udefra. Hver part har ansvar for, at det lærte bliver brugt hos den selv.

### Koordinering

Nogle temaer går igen i flere områder, for eksempel beboerdemokrati, image og beskæftigelse. Dem samordner parterne. De sørger også for, at arbejdet i bydelene følger de fælles strategier og de standarder, de har vedtaget sammen.`,
  },
  {
    number: '6',
    heading: 'Organisationen',
    summary: `Hver part har sin egen strategigruppe. De to grupper udpeger medlemmerne af fælles boligstrategisk gruppe, som drøfter og beslutter initiativer inden for de tre opgaver.

Hver part har også sit eget sekretariat. Tilsammen er de to den fælles gruppes sekretariat, og de skal støtte hinanden.`,
  },
  {
    number: '7',
    heading: 'Møderne',
    summary: `Fælles boligstrategisk gruppe vedtager selv sin forretningsorden. En beslutning, som har økonomiske, juridiske eller organisatoriske følger, kan kun tages, hvis parternes egne besluttende organer har givet mandat til det.

Parterne er åbne, taler konstruktivt sammen og søger en fælles holdning.

Gruppen kan holde kurser, konferencer og workshops inden for en aftalt økonomisk ramme.

De to sekretariater står sammen for forberedelse, afvikling og opfølgning, og de sikrer, at alt, der er forhandlet, er åbent og dokumenteret.

Hvert andet år bliver aftalen taget op til revision, første gang i 2010.`,
  },
]

/** The signatures as printed (R84–R96): facts of a public document, shown with this version alone. */
export const signatures: {
  side: 'HOUSING' | 'MUNICIPALITY'
  name: string
  signatory: string
  title: string | null
  administers?: string[]
}[] = [
  {
    side: 'HOUSING',
    name: 'Advokaterne i Domhusgården',
    signatory: 'Hans Keld Andersen',
    title: null,
    administers: [
      'Odense Social-Filantropiske Boligselskab',
      'Det selvejende Boligselskab Folkebo',
      'Borgernes Boligselskab',
      'Pårup Andelsboligforening',
    ],
  },
  {
    side: 'HOUSING',
    name: 'Arbejdernes Boligforening',
    signatory: 'Helle Jakobsen',
    title: 'direktør',
    administers: ['Andelsboligforeningen Hedelundsparken'],
  },
  {
    side: 'HOUSING',
    name: 'Boligkontoret Danmark',
    signatory: 'Jørgen Stii Frederiksen',
    title: null,
    administers: ['Andelsboligforeningen Samvirke', 'De Vanføres Boligselskab'],
  },
  {
    side: 'HOUSING',
    name: 'Boligforeningen Højstrup',
    signatory: 'Henning Kirk Christensen',
    title: 'direktør',
    administers: ['Foreningen Socialt Boligbyggeri'],
  },
  {
    side: 'HOUSING',
    name: 'Boligforeningen Kristiansdal',
    signatory: 'Erik Thomsen',
    title: 'direktør',
    administers: [
      'Andelsforeningen Østerbo',
      'Dalum Bygge- og Boligforening',
      'Næsby Boligselskab',
      'Postbudenes Alderdomshjems Selvejende Byggevirksomhed',
      'Smede- og Maskinarbejderens Andelsboligforening',
    ],
  },
  {
    side: 'HOUSING',
    name: 'Fyns almennyttige Boligselskab',
    signatory: 'Bent Bøllingtoft',
    title: 'direktør',
    administers: ['Boligselskabet L.A.B. Fyn'],
  },
  { side: 'HOUSING', name: 'Kollegieboligselskabet', signatory: 'Peter Kjærsgaard', title: 'direktør' },
  { side: 'HOUSING', name: 'Odense AndelsBoligforening', signatory: 'Lars Andersen', title: 'direktør' },
  { side: 'MUNICIPALITY', name: 'Borgmesterforvaltningen', signatory: 'Leif Hansen', title: 'administrationschef' },
  { side: 'MUNICIPALITY', name: 'By- og Kulturforvaltningen', signatory: 'Pia Bay', title: 'kontorchef' },
  { side: 'MUNICIPALITY', name: 'Børn- og Ungeforvaltningen', signatory: 'Thomas Bach', title: 'fritidschef' },
  {
    side: 'MUNICIPALITY',
    name: 'Social- og Arbejdsmarkedsforvaltningen',
    signatory: 'Susanne Kvolsgaard',
    title: 'socialcenterchef',
  },
  { side: 'MUNICIPALITY', name: 'Ældre- og Handicapforvaltningen', signatory: 'Alice Holm', title: 'afdelingschef' },
]
