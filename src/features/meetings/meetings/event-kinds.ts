import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of meetings, of the items on their agendas and of what is proposed for them. */
export const meetingEvents = {
  ...kindsAbout('meeting', {
    everyone: {
      meetingPlanned: 'planlagde mødet',
      meetingCancelled: 'aflyste mødet',
    },
    sent: {
      meetingCalled: 'indkaldte til mødet',
      supplementSent: 'udsendte et tillæg til dagsordenen',
      seatHoldersCalled: 'indkaldte nye medlemmer til mødet',
      meetingOpened: 'åbnede mødet',
      meetingClosed: 'lukkede mødet',
    },
    preparing: {
      meetingEdited: 'ændrede planen for mødet',
      agendaBegun: 'oprettede dagsordenen',
      agendaReordered: 'ændrede rækkefølgen af punkterne',
      agendaSignOffGiven: 'gav sekretariatets godkendelse af dagsordenen',
      agendaSignOffWithdrawn: 'trak sekretariatets godkendelse af dagsordenen tilbage',
      agendaSignOffsVoided: 'ændrede dagsordenen, så godkendelserne bortfaldt',
      agendaSignedOff: 'gjorde dagsordenen klar til udsendelse',
      agendaReopened: 'åbnede dagsordenen for ændringer',
      supplementFrozen: 'fastholdt tillægget, som det blev udsendt',
    },
  }),
  ...kindsAbout('series', { everyone: { seriesPlanned: 'planlagde møderne på én gang' } }),
  ...kindsAbout('item', {
    members: {
      questionAsked: 'stillede et spørgsmål til punktet',
      questionAnswered: 'besvarede et spørgsmål til punktet',
    },
    preparing: {
      itemAdded: 'tilføjede punktet til dagsordenen',
      itemEdited: 'ændrede punktet',
      itemRemoved: 'fjernede punktet fra dagsordenen',
      itemCarriedOver: 'overførte punktet fra et tidligere møde',
      attachmentAdded: 'vedhæftede et bilag til punktet',
      attachmentRemoved: 'fjernede et bilag fra punktet',
    },
  }),
  ...kindsAbout('proposal', {
    preparing: {
      itemProposed: 'foreslog punktet til en dagsorden',
      proposalAccepted: 'imødekom forslaget',
      proposalDeclined: 'afviste forslaget',
      proposalWithdrawn: 'trak forslaget tilbage',
    },
  }),
  ...kindsAbout('itemTemplate', {
    preparing: {
      itemTemplateMade: 'lavede skabelonen',
      itemTemplateEdited: 'ændrede skabelonen',
      itemTemplateTakenOff: 'fjernede skabelonen',
    },
  }),
}

type Kinds = typeof meetingEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
