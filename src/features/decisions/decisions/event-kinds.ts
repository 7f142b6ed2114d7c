import { z } from 'zod'
import { kindsAbout } from '../../../access/event-kinds.ts'

const told = z.string().optional().catch(undefined)

/** Why a decision lapsed, or which later one took its place and how. */
export const markFacts = z.object({ why: told, by: told, kind: told })

/** Why a decision was taken back. */
export const withdrawnFacts = z.object({ reason: told })

/** What is told of a decision and of what deciding bodies are asked about it. */
export const decisionEvents = {
  ...kindsAbout('decision', {
    everyone: {
      decisionRecorded: 'registrerede beslutningen',
      decisionMultiplied: 'kopierede beslutningen til en stor demo',
      decisionTookEffect: 'registrerede, at beslutningen trådte i kraft',
      decisionLapsed: 'registrerede, at beslutningen bortfaldt',
      decisionSuperseded: 'registrerede, at beslutningen blev afløst af en senere',
      decisionRestored: 'registrerede, at beslutningen gælder igen',
      decisionWithdrawn: 'annullerede beslutningen',
    },
  }),
  ...kindsAbout('referral', {
    everyone: {
      referralOpened: 'oprettede forelæggelsen',
      referralWithdrawn: 'trak forelæggelsen tilbage',
      referralConditionsAccepted: 'registrerede, at gruppen accepterede vilkårene i svaret',
      referralConditionsRefused: 'registrerede, at gruppen afviste vilkårene i svaret',
    },
  }),
}

type Kinds = typeof decisionEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
