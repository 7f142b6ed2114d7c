import { lundeEmail, lundePeople } from '../towns/lunde-people.ts'

const head = [
  ...['Navn', 'Titel', 'E-mail', 'Organisation', 'Konto', 'Organ', 'Rolle', 'Udpeget af', 'Udpeget på'],
  ...['Bemyndigelse', 'Bemyndigelse for', 'Besluttet af', 'Besluttet den', 'Dokument'],
]
type Row = Partial<Record<string, string>>

/** The people of a side of Lunde as a spreadsheet has them: a row for each seat and each organisation that is signed for. */
export function peopleFile(side: keyof typeof lundePeople): string {
  const rows = lundePeople[side].flatMap(rowsOf(side))
  return [head.join(';'), ...rows.map(row => head.map(name => row[name] ?? '').join(';'))].join('\n')
}

const roles = { CHAIR: 'formand', VICE_CHAIR: 'næstformand', MEMBER: 'medlem' }

const rowsOf =
  (side: keyof typeof lundePeople) =>
  ({ key, name, title, organisation, signs, keeps, group, joint }: (typeof lundePeople)['HOUSING'][number]): Row[] => {
    const own = side === 'HOUSING' ? 'Boligorganisationernes strategigruppe' : 'Kommunens strategigruppe'
    const by = side === 'HOUSING' ? 'Organisationsbestyrelsen i Lunde Boligforening' : 'Lunde Byråd'
    const at = 'Mødet den 20. november, punkt 2'
    const seats: Row[] = [
      ...(group ? [{ Organ: own, Rolle: roles[group], 'Udpeget af': by, 'Udpeget på': at }] : []),
      ...(joint
        ? [{ Organ: 'Fælles boligstrategisk gruppe', Rolle: roles[joint], 'Udpeget af': own, 'Udpeget på': at }]
        : []),
    ]
    const named: Row[] = [...new Set([...signs, ...keeps])].map(one => ({
      Bemyndigelse: signs.includes(one)
        ? keeps.includes(one)
          ? 'begge'
          : 'underskriftsberettiget'
        : 'mandatansvarlig',
      'Bemyndigelse for': one,
      ...{ 'Besluttet af': 'Bestyrelsen', 'Besluttet den': '16.11.2025', Dokument: 'Protokollen, punkt 4' },
    }))
    const person = { Navn: name, Titel: title, 'E-mail': lundeEmail(key), Organisation: organisation, Konto: 'ja' }
    return Array.from({ length: Math.max(seats.length, named.length) }, (_one, index) => ({
      ...person,
      ...seats[index],
      ...named[index],
    }))
  }
