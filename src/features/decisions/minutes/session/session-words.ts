/** What a session page says of a meeting, and of a written procedure, which nobody is present at. */
const ofMeeting = {
  called: 'Mødet er indkaldt',
  opening: 'Når du åbner mødet, er du mødeleder og registreres som til stede.',
  open: 'Åbn mødet',
  close: 'Luk mødet',
  closing:
    'Mødet kan lukkes, når alle punkter har et resultat. Derefter gøres referatet færdigt og godkendes af sekretariaterne.',
  items: 'Mødets punkter med resultat',
  attendance: 'Fremmøde',
  markAll: 'Registrér resten som til stede',
  correct: 'Ret fremmøde',
  whole: 'Hele mødet',
}

const ofProcedure: typeof ofMeeting = {
  called: 'Den skriftlige behandling er udsendt',
  opening: 'Når du åbner behandlingen, er du mødeleder og registreres som en, der har svaret.',
  open: 'Åbn behandlingen',
  close: 'Luk behandlingen',
  closing:
    'Behandlingen kan lukkes, når alle punkter har et resultat, og alle har svaret eller fristen er udløbet. Derefter gøres referatet færdigt og godkendes af sekretariaterne.',
  items: 'Behandlingens punkter med resultat',
  attendance: 'Svar',
  markAll: 'Registrér, at resten har svaret',
  correct: 'Ret svar',
  whole: 'Hele behandlingen',
}

export const sessionWords = (written: boolean): typeof ofMeeting => (written ? ofProcedure : ofMeeting)

export const openedText = (written: boolean): string => (written ? 'Behandlingen er åbnet.' : 'Mødet er åbnet.')
export const closedText = (written: boolean): string => (written ? 'Behandlingen er lukket.' : 'Mødet er lukket.')
