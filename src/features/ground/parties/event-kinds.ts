import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of organisations, their associations, terms and people. */
export const partyEvents = {
  ...kindsAbout('organisation', {
    everyone: {
      partiesLoaded: 'indlæste parterne i portalen',
      organisationCreated: 'registrerede organisationen',
      organisationEdited: 'ændrede oplysningerne om organisationen',
      organisationCorrected: 'rettede de første oplysninger om organisationen',
      organisationRenamed: 'gav organisationen et nyt navn',
      formerNameAdded: 'registrerede et tidligere navn',
      organisationEnded: 'registrerede, at organisationen er udtrådt',
    },
  }),
  ...kindsAbout('administration', {
    everyone: {
      administrationBegun: 'registrerede, hvem der administrerer foreningen',
      administrationCorrected: 'rettede perioden for administrationen',
      administrationEnded: 'registrerede, at administrationen er ophørt',
    },
  }),
  ...kindsAbout('authorisation', {
    everyone: {
      authorisationGiven: 'registrerede bemyndigelsen',
      authorisationCorrected: 'rettede bemyndigelsen',
      authorisationEnded: 'afsluttede bemyndigelsen',
    },
  }),
  ...kindsAbout('condition', {
    everyone: {
      conditionRecorded: 'registrerede vilkåret',
      conditionEnded: 'registrerede, at vilkåret er ophørt',
    },
  }),
  ...kindsAbout('person', {
    everyone: {
      personAdded: 'registrerede personen',
      personEdited: 'ændrede oplysningerne om personen',
      personLeft: 'registrerede, at personen er fratrådt',
    },
  }),
}

type Kinds = typeof partyEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
