import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of accounts and of data that were erased: to those alone who administer them. */
export const accountEvents = {
  ...kindsAbout('account', {
    administering: {
      accountCreated: 'oprettede kontoen',
      accountAddressCorrected: 'rettede kontoens e-mailadresse',
      accountDisabled: 'lukkede kontoen',
      accountEnabled: 'åbnede kontoen igen',
      accountRemoved: 'slettede kontoen',
      passwordReset: 'udstedte en engangskode til kontoen',
      passwordChanged: 'valgte en ny adgangskode til kontoen',
      codeUsed: 'loggede ind med en engangskode',
    },
  }),
  ...kindsAbout('person', {
    administering: {
      personErased: 'slettede personens kontaktoplysninger',
    },
  }),
}

type Kinds = typeof accountEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
