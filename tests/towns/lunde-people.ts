/** Somebody of Lunde, and what the person does in the cooperation. */
export interface Somebody {
  key: string
  name: string
  title: string
  /** The name of the organisation, and of those that the person signs for and keeps the mandates of. */
  organisation: string
  signs: string[]
  keeps: string[]
  group: 'CHAIR' | 'MEMBER' | null
  joint: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | null
}

const administered = ['Den selvejende Boligforening Eng', 'Foreningen Havnen', 'Smede- og Snedkerboligen', 'Ældrebo']
const law = ['Advokaterne ved Broen', ...administered]
const own = ['Lunde Boligforening', 'Andelsforeningen Bakken']

/** Those whom a first meeting needs beside the two secretaries and the administrator, a side at a time. */
export const lundePeople: Record<'HOUSING' | 'MUNICIPALITY', Somebody[]> = {
  HOUSING: [
    {
      key: 'karen',
      name: 'Karen Bro',
      title: 'direktør',
      organisation: 'Lunde Boligforening',
      signs: own,
      keeps: own,
      group: 'CHAIR',
      joint: 'CHAIR',
    },
    {
      key: 'ole',
      name: 'Ole Vest',
      title: 'direktør',
      organisation: 'Vestbo',
      signs: ['Vestbo'],
      keeps: ['Vestbo'],
      group: 'MEMBER',
      joint: 'MEMBER',
    },
    {
      key: 'tina',
      name: 'Tina Lov',
      title: 'advokat',
      organisation: 'Advokaterne ved Broen',
      signs: law,
      keeps: law,
      group: null,
      joint: null,
    },
  ],
  MUNICIPALITY: [
    {
      key: 'eva',
      name: 'Eva Råd',
      title: 'byrådssekretær',
      organisation: 'Lunde Kommune',
      signs: [],
      keeps: ['Lunde Kommune'],
      group: null,
      joint: null,
    },
    {
      key: 'mette',
      name: 'Mette Sø',
      title: 'direktør',
      organisation: 'Social og Sundhed',
      signs: ['Social og Sundhed'],
      keeps: [],
      group: 'CHAIR',
      joint: 'VICE_CHAIR',
    },
    {
      key: 'jens',
      name: 'Jens By',
      title: 'direktør',
      organisation: 'Teknik og By',
      signs: ['Teknik og By'],
      keeps: [],
      group: 'MEMBER',
      joint: 'MEMBER',
    },
    {
      key: 'sara',
      name: 'Sara Ung',
      title: 'direktør',
      organisation: 'Børn og Unge',
      signs: ['Børn og Unge'],
      keeps: [],
      group: 'MEMBER',
      joint: 'MEMBER',
    },
    {
      key: 'lis',
      name: 'Lis Bog',
      title: 'direktør',
      organisation: 'Borgmesterens Afdeling',
      signs: ['Borgmesterens Afdeling'],
      keeps: [],
      group: null,
      joint: null,
    },
  ],
}

export const lundeEmail = (key: string): string => `${key}@lunde.example`
