import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a meeting in session and of its minutes. */
export const minutesEvents = {
  ...kindsAbout('meeting', {
    minuted: {
      attendanceRecorded: 'registrerede fremmøde',
      guestAdmitted: 'registrerede en gæst',
      minutesSent: 'udsendte referatet',
      minutesTakenBack: 'tog referatet tilbage til rettelse',
      minutesApproved: 'godkendte referatet',
      minutesCorrected: 'berigtigede referatet',
    },
    preparing: {
      guestRemoved: 'fjernede registreringen af en gæst',
      minutesSignOffGiven: 'gav sekretariatets godkendelse af referatet',
      minutesSignOffWithdrawn: 'trak sekretariatets godkendelse af referatet tilbage',
      minutesObjectedTo: 'gjorde indsigelse mod referatet',
      objectionAnswered: 'besvarede en indsigelse mod referatet',
    },
  }),
  ...kindsAbout('item', {
    minuted: {
      personRecused: 'registrerede en inhabilitet ved punktet',
      statementEntered: 'tilføjede en mindretalsudtalelse til punktet',
    },
    preparing: {
      itemMinuted: 'skrev referat af punktet',
      itemSettled: 'tilpassede punktet under mødet',
      itemBegun: 'begyndte behandlingen af punktet',
      itemPostponed: 'udsatte punktet til et andet møde',
      agendaChangedAtMeeting: 'ændrede dagsordenen under mødet',
      recusalEnded: 'fjernede registreringen af en inhabilitet ved punktet',
      statementRemoved: 'fjernede en mindretalsudtalelse fra punktet',
    },
  }),
  ...kindsAbout('textBlock', {
    preparing: {
      textBlockAdded: 'tilføjede tekstblokken',
      textBlockEdited: 'ændrede tekstblokken',
      textBlockRemoved: 'fjernede tekstblokken',
    },
  }),
}

type Kinds = typeof minutesEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
