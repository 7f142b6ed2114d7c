export { changeFollowUp, closeFollowUp, type FollowUpChange, noteOnFollowUp } from './change-follow-up.ts'
export { createFollowUp, createFollowUpIn, type NewFollowUp } from './create-follow-up.ts'
export { type OpenFollowUp, type OwnFollowUp, openFollowUpsOf, ownFollowUps } from './queries.ts'
