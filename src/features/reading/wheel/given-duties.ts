/** A duty that comes again in years, from a day of the year to a last day: of one day they are the same. */
export interface Duty {
  key: string
  title: string
  note: string
  /** MM-DD */
  fromDay: string
  toDay: string
  firstYear: number
  everyYears: number
  lastYear: number | null
}

const yearly = (key: string, title: string, note: string, fromDay: string, toDay = fromDay): Duty => ({
  ...{ key, title, note, fromDay, toDay },
  ...{ firstYear: 1900, everyYears: 1, lastYear: null },
})

/**
 * What the year asks of every cooperation of this kind, by law, by the fund or by habit. Where no day is fixed, it is the
 * time of the year when it is usually done.
 */
export const givenDuties: readonly Duty[] = [
  yearly(
    'regnskab',
    'Boligorganisationernes regnskab og dokumentation',
    'Senest fem måneder efter regnskabsåret.',
    '05-31',
  ),
  yearly(
    'landsbyggefonden',
    'Landsbyggefondens tre årlige papirer om helhedsplanerne',
    'Reguleringskonto, målopfyldelse og næste milepælsplan.',
    '06-30',
  ),
  yearly('dispensationer', 'Kommunens indberetning af dispensationer', 'Efter almenboligloven.', '07-01'),
  yearly('data-foraar', 'Boligsociale data, forår', 'Nye tal om boligområderne.', '03-01', '05-31'),
  yearly('data-efteraar', 'Boligsociale data, efterår', 'Nye tal om boligområderne.', '09-01', '11-30'),
  yearly('styringsdialog', 'Styringsdialog med hver boligorganisation', 'Med redegørelse.', '09-15', '12-15'),
  yearly('indplacering', 'Indplacering af afdelingerne i udlejningsaftalen', '', '10-01', '11-15'),
  yearly('vurdering', 'Vurdering af boligområderne', 'Efter den vedtagne metode.', '10-01', '11-30'),
  yearly('handlingsplan', 'Handlingsplan for det kommende år', '', '10-15', '12-15'),
  yearly('lister', 'De statslige lister over boligområder offentliggøres', '', '12-01'),
]
