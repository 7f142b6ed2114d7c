import { z } from 'zod'
import { kindsAbout } from '../../../access/event-kinds.ts'

/** The seal that was given with a signature. */
export const signedFacts = z.object({ seal: z.unknown() })

/** What is told of a revision of the agreement, of its signing and of addenda. */
export const revisionEvents = {
  ...kindsAbout('revision', {
    everyone: {
      revisionEntered: 'registrerede en tidligere revision',
      revisionOpened: 'åbnede revisionen',
      revisionDeadlineMoved: 'flyttede fristen for ændringsforslag',
      amendmentsClosed: 'lukkede for ændringsforslag',
      hearingOpened: 'sendte udkastet i høring',
      hearingClosed: 'afsluttede høringen',
      draftPutToJointGroup: 'forelagde udkastet for fælles boligstrategisk gruppe',
      draftEndorsed: 'registrerede, at gruppen tiltrådte udkastet',
      draftSentBack: 'sendte udkastet tilbage til sekretariaterne',
      signingOpened: 'åbnede for underskrift',
      signingStopped: 'standsede underskrivningen',
      revisionEnteredIntoForce: 'registrerede, at den reviderede aftale træder i kraft',
      closingProposed: 'foreslog, at revisionen afsluttes uden ændringer',
      revisionClosedWithoutChanges: 'registrerede, at revisionen blev afsluttet uden ændringer',
    },
    preparing: {
      draftWritten: 'skrev en ny version af udkastet',
      draftSignedOff: 'gav sekretariatets godkendelse af udkastet',
      draftSignOffTakenBack: 'trak sekretariatets godkendelse af udkastet tilbage',
      conflictAnswered: 'tog stilling til to ændringsforslag om samme tekst',
    },
  }),
  ...kindsAbout('amendment', {
    everyone: {
      amendmentProposed: 'stillede ændringsforslaget',
      amendmentWithdrawn: 'trak ændringsforslaget tilbage',
      amendmentSupported: 'støttede ændringsforslaget',
      supportTakenBack: 'trak støtten til ændringsforslaget tilbage',
      amendmentDiscussed: 'skrev en bemærkning til ændringsforslaget',
    },
    preparing: {
      amendmentSettled: 'afgjorde, hvad der sker med ændringsforslaget',
    },
  }),
  ...kindsAbout('hearingAnswer', {
    preparing: {
      hearingAnswered: 'svarede i høringen',
    },
  }),
  ...kindsAbout('signing', {
    everyone: {
      requiredSignaturesFixed: 'fastlagde, hvem der skal underskrive aftalen',
      agreementSigned: 'underskrev aftalen',
      signatoryReleased: 'registrerede, at en organisation ikke længere skal underskrive aftalen',
    },
  }),
  ...kindsAbout('addendum', {
    everyone: {
      addendumOpened: 'oprettede tillægget til aftalen',
      addendumSigned: 'underskrev tillægget til aftalen',
      addendumDeclined: 'afviste at underskrive tillægget til aftalen',
      addendumDropped: 'opgav tillægget til aftalen',
    },
  }),
}

type Kinds = typeof revisionEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
