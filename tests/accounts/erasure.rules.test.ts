import { expect, test } from 'vitest'
import { erasureFaults, type Resting } from '../../src/features/ground/accounts/erasure-rules.ts'

const nothing: Resting = {
  name: 'Inga Prøve',
  erased: false,
  own: false,
  lastAdministrator: false,
  bodies: [],
  keeperFor: [],
  signatoryFor: [],
  openFollowUps: 0,
}

const told = (resting: Resting) => erasureFaults(resting).map(({ sentence }) => sentence)

test('a person on whom nothing rests can be erased, once', () => {
  expect(told(nothing)).toEqual([])
  expect(told({ ...nothing, erased: true, openFollowUps: 3 })).toEqual([
    'Oplysningerne om Inga Prøve er allerede slettet.',
  ])
})

test('all that must be ended first is told at once, each with the way out', () => {
  expect(
    told({
      ...nothing,
      bodies: ['Fælles boligstrategisk gruppe', 'Strategigruppen'],
      keeperFor: ['Højstrup'],
      signatoryFor: ['Højstrup', 'Kristiansdal'],
      openFollowUps: 2,
    }),
  ).toEqual([
    'Inga Prøve har plads i Fælles boligstrategisk gruppe og Strategigruppen. Afslut det først.',
    'Inga Prøve er mandatansvarlig for Højstrup. Afslut det først.',
    'Inga Prøve er underskriftsberettiget for Højstrup og Kristiansdal. Afslut det først.',
    'Inga Prøve er ansvarlig for 2 opfølgninger, der ikke er afsluttet. Giv dem til en anden først.',
  ])
  expect(told({ ...nothing, openFollowUps: 1 })).toEqual([
    'Inga Prøve er ansvarlig for én opfølgning, der ikke er afsluttet. Giv den til en anden først.',
  ])
})

test('nobody erases themselves, nor the only administrator', () => {
  expect(told({ ...nothing, own: true, lastAdministrator: true })).toHaveLength(1)
  expect(told({ ...nothing, lastAdministrator: true })).toEqual([
    'Inga Prøve er den eneste systemadministrator. Opret en anden først.',
  ])
})
