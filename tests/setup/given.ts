import type { SetupAnswers } from '../../src/features/agreement/setup/index.ts'
import { day } from '../../src/kernel/days.ts'

/** An invented town with four departments, three housing organisations and five associations. */
export const lunde: SetupAnswers = {
  name: 'Boligsocialt samarbejde',
  town: 'Lunde',
  municipality: 'Lunde Kommune',
  housing: 'Boligorganisationerne',
  contactName: 'Ida Holm',
  contactEmail: 'ida@lundebo.example',
  contactPhone: '',
  date: { day: day('2026-03-12'), precision: 'DAY' },
  rhythm: { firstYear: 2030, everyYears: 4, section: '6' },
  council: 'Lunde Byråd',
  departments: [
    { name: 'Social og Sundhed', subjectAreas: ['Socialt udsatte', 'Sundhed'] },
    { name: 'Teknik og By', subjectAreas: ['Byudvikling'] },
    { name: 'Børn og Unge', subjectAreas: [] },
    { name: 'Borgmesterens Afdeling', subjectAreas: [] },
  ],
  organisations: [
    { name: 'Lunde Boligforening', kind: 'HOUSING_ORGANISATION', associations: ['Andelsforeningen Bakken'] },
    { name: 'Vestbo', kind: 'HOUSING_ORGANISATION', associations: [] },
    {
      name: 'Advokaterne ved Broen',
      kind: 'ADMINISTRATOR',
      associations: ['Den selvejende Boligforening Eng', 'Foreningen Havnen', 'Smede- og Snedkerboligen', 'Ældrebo'],
    },
  ],
  administrator: { name: 'Per Lund', title: 'it-chef', email: 'per@lunde.example', organisation: 'Lunde Kommune' },
  housingSecretary: {
    name: 'Ida Holm',
    title: 'sekretariatsleder',
    email: 'ida@lundebo.example',
    organisation: 'Lunde Boligforening',
  },
  municipalSecretary: { name: 'Bo Dahl', title: '', email: 'bo@lunde.example', organisation: 'Teknik og By' },
}

const { date: _date, rhythm: _rhythm, ...written } = lunde

/** The same as an operator writes it in the file of answers. */
export const lundeWritten = { ...written, date: '12. marts 2026', firstYear: 2030, everyYears: 4, section: '6' }
