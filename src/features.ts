import { agreementFeature } from './features/agreement/agreement/feature.ts'
import { revisionFeature } from './features/agreement/revision/feature.ts'
import { setupFeature } from './features/agreement/setup/feature.ts'
import { adoptionFeature } from './features/decisions/adoption/feature.ts'
import { coverageFeature } from './features/decisions/coverage/feature.ts'
import { decisionsFeature } from './features/decisions/decisions/feature.ts'
import { excerptsFeature } from './features/decisions/excerpts/feature.ts'
import { followupsFeature } from './features/decisions/followups/feature.ts'
import { mandatesFeature } from './features/decisions/mandates/feature.ts'
import { minutesFeature } from './features/decisions/minutes/feature.ts'
import { procedureFeature } from './features/decisions/procedure/feature.ts'
import { referralsFeature } from './features/decisions/referrals/feature.ts'
import { accountsFeature } from './features/ground/accounts/feature.ts'
import { answersFeature } from './features/ground/answers/feature.ts'
import { bodiesFeature } from './features/ground/bodies/feature.ts'
import { cooperationFeature } from './features/ground/cooperation/feature.ts'
import { documentsFeature } from './features/ground/documents/feature.ts'
import { hearingFeature } from './features/ground/hearing/feature.ts'
import { partiesFeature } from './features/ground/parties/feature.ts'
import { peopleFeature } from './features/ground/people/feature.ts'
import { placesFeature } from './features/ground/places/feature.ts'
import { sealedFeature } from './features/ground/sealed/feature.ts'
import { subjectAreasFeature } from './features/ground/subject-areas/feature.ts'
import { tableImportFeature } from './features/ground/table-import/feature.ts'
import { callAnswersFeature } from './features/meetings/call-answers/feature.ts'
import { casesFeature } from './features/meetings/cases/feature.ts'
import { earlierFeature } from './features/meetings/earlier/feature.ts'
import { meetingsFeature } from './features/meetings/meetings/feature.ts'
import { readingRoomFeature } from './features/meetings/reading-room/feature.ts'
import { eventsFeature } from './features/reading/events/feature.ts'
import { overviewFeature } from './features/reading/overview/feature.ts'
import { publicFeature } from './features/reading/public/feature.ts'
import { searchFeature } from './features/reading/search/feature.ts'
import { wheelFeature } from './features/reading/wheel/feature.ts'
import { assessmentsFeature } from './features/strategy/assessments/feature.ts'
import { flagsFeature } from './features/strategy/flags/feature.ts'
import { implementationFeature } from './features/strategy/implementation/feature.ts'
import { knowledgeFeature } from './features/strategy/knowledge/feature.ts'
import { listsFeature } from './features/strategy/lists/feature.ts'
import { needFeature } from './features/strategy/need/feature.ts'
import { observationImportFeature } from './features/strategy/observation-import/feature.ts'
import { outwardFeature } from './features/strategy/outward/feature.ts'
import { plansFeature } from './features/strategy/plans/feature.ts'
import { standardsFeature } from './features/strategy/standards/feature.ts'
import { strategiesFeature } from './features/strategy/strategies/feature.ts'
import type { Feature } from './http/feature.ts'

/**
 * The features in their wings, from the ground up: the one list of them. Each may use those that stand before it, and
 * everything that goes through the features (routes, menus, search, the overview, the log of events, `verify`) goes
 * through this.
 */
export const wings = {
  ground: [
    cooperationFeature,
    documentsFeature,
    sealedFeature,
    hearingFeature,
    tableImportFeature,
    partiesFeature,
    answersFeature,
    bodiesFeature,
    placesFeature,
    subjectAreasFeature,
    accountsFeature,
    peopleFeature,
  ],
  meetings: [casesFeature, earlierFeature, meetingsFeature, readingRoomFeature, callAnswersFeature],
  decisions: [
    mandatesFeature,
    decisionsFeature,
    coverageFeature,
    referralsFeature,
    followupsFeature,
    excerptsFeature,
    minutesFeature,
    adoptionFeature,
    procedureFeature,
  ],
  strategy: [
    knowledgeFeature,
    flagsFeature,
    observationImportFeature,
    listsFeature,
    assessmentsFeature,
    needFeature,
    strategiesFeature,
    standardsFeature,
    outwardFeature,
    implementationFeature,
    plansFeature,
  ],
  agreement: [agreementFeature, revisionFeature, setupFeature],
  reading: [overviewFeature, searchFeature, eventsFeature, wheelFeature, publicFeature],
} satisfies Record<string, readonly Feature[]>

export const features: readonly Feature[] = Object.values(wings).flat()
