import { disagreements, type ObservedCell } from '../reference/compare.ts'
import {
  activate,
  adjust,
  approve,
  approveOnConditions,
  approveStanding,
  decline,
  type Given,
  give,
  nothing,
  recheck,
  record,
  revoke,
  type Shares,
  settleCovered,
  supersede,
  type World,
  type WorldReferral,
} from '../reference/model-world.ts'
import type { Command, Terms } from './commands.ts'
import { unlawful } from './invariants.ts'
import type { Observation, Portal, ReplacementOf } from './portal.ts'

export interface Outcome {
  /** What was wrong, and after which step; empty: the portal and the reference model agree all the way. */
  faults: string[]
  world: World
  last: Observation
}

/** Plays a history on the portal and on the reference model, and compares them after every step. */
export async function play(portal: Portal, commands: Command[]): Promise<Outcome> {
  let world = nothing()
  let last = await portal.observe()
  for (const [step, command] of commands.entries()) {
    const happening = happeningOf(command, world)
    if (happening === null) continue
    const done = await happening.portal(portal)
    const now = await portal.observe()
    const shares: Shares = (decision, organisation) => economicCell(now, decision, organisation)?.parts ?? []
    // Only a standing mandate may be found wanting after it has been entered in the model.
    const before = command.does === 'approveStanding' ? structuredClone(world) : world
    const modelDone = happening.model(world, shares)
    if (!modelDone) world = before
    const faults = [
      ...(done === modelDone ? [] : [`the portal ${done ? 'did' : 'refused'} what the model did not`]),
      ...differences(now, world),
      ...unlawful(last, now),
    ]
    last = now
    if (faults.length > 0) {
      return { faults: faults.map(fault => `step ${step} (${command.does}): ${fault}`), world, last }
    }
  }
  return { faults: [], world, last }
}

interface Happening {
  portal(portal: Portal): Promise<boolean>
  model(world: World, shares: Shares): boolean
}

/** What the command is in this world; null: there is nothing that it could happen to. */
function happeningOf(command: Command, world: World): Happening | null {
  const { today } = world
  switch (command.does) {
    case 'pass':
      return {
        portal: always(portal => portal.pass(today + command.days)),
        model: done(next => {
          next.today += command.days
        }),
      }
    case 'give': {
      const given = givenOn(command.terms, today, !command.draft)
      return {
        portal: always(portal => portal.give(given)),
        model: done((next, shares) =>
          given.activated ? settleCovered(next, give(next, given), shares) : give(next, given),
        ),
      }
    }
    case 'activate': {
      const draft = among(world.mandates, command.pick, mandate => !mandate.activated)
      return (
        draft && {
          portal: always(portal => portal.activate(draft.id)),
          model: done((next, shares) => activate(next, at(next.mandates, draft.id), shares)),
        }
      )
    }
    case 'supersede': {
      const old = among(world.mandates, command.pick, ({ activated, supersededFrom, revokedFrom, onlyDecision }) => {
        return activated && supersededFrom === Infinity && revokedFrom === Infinity && onlyDecision === null
      })
      if (!old) return null
      const terms = { ...command.terms, organisation: old.organisation, begins: Math.max(0, command.terms.begins) }
      const later = givenOn(terms, today, true)
      if (later.from > old.to) return null
      return {
        portal: always(portal => portal.supersede(old.id, later)),
        model: done((next, shares) => supersede(next, at(next.mandates, old.id), later, shares)),
      }
    }
    case 'revoke': {
      const mandate = among(world.mandates, command.pick, one => {
        return one.activated && one.revokedFrom === Infinity && today + command.in <= one.to
      })
      return (
        mandate && {
          portal: always(portal => portal.revoke(mandate.id, today + command.in)),
          model: done((next, shares) => revoke(next, at(next.mandates, mandate.id), today + command.in, shares)),
        }
      )
    }
    case 'adjust': {
      const { by } = command
      const mandate = among(world.mandates, command.pick, one => {
        const over = Math.min(one.to, one.supersededFrom - 1) < today || one.revokedFrom <= today
        return one.activated && !over && Number.isFinite(one.total)
      })
      if (!mandate || by === 0) return null
      return {
        portal: async portal => portal.adjust(mandate.id, by),
        model: (next, shares) => adjust(next, at(next.mandates, mandate.id), by, shares),
      }
    }
    case 'record':
      return recorded(command.decision, null, Math.max(0, today - command.ago))
    case 'replace': {
      const earlier = among(
        world.decisions,
        command.pick,
        ({ state }) => state === 'EFFECTIVE' || state === 'CONDITIONAL',
      )
      if (!earlier) return null
      const spent = Object.entries(earlier.holds).map(([id, held]) => [
        id,
        Math.floor((held * command.spentOfFour) / 4),
      ])
      const taken = Math.max(earlier.taken, today - command.ago)
      return recorded(command.decision, { replaces: earlier.id, spent: Object.fromEntries(spent) }, taken)
    }
    case 'approveStanding': {
      const referral = among(world.referrals, command.pick, isOpen)
      if (!referral) return null
      const terms = {
        ...command.terms,
        organisation: { id: referral.asked, municipality: null },
        begins: 0,
        metAfter: 0,
      }
      const given = givenOn(terms, metOn(world, referral, command.ago), true)
      return {
        portal: async portal => portal.approveStanding(referral.id, given),
        model: (next, shares) => approveStanding(next, at(next.referrals, referral.id), given, shares),
      }
    }
    case 'approve':
    case 'approveOnConditions':
      return answered(command.does, world, among(world.referrals, command.pick, isOpen), command.ago)
    case 'decline':
      return refused(command.does, among(world.referrals, command.pick, isOpen))
    case 'recheck': {
      const decision = among(world.decisions, command.pick, ({ state }) => state === 'CONDITIONAL')
      return (
        decision && {
          portal: always(portal => portal.recheck(decision.id)),
          model: done((next, shares) => recheck(next, at(next.decisions, decision.id), shares)),
        }
      )
    }
    case 'acceptConditions':
      return answered(command.does, world, among(world.referrals, command.pick, isOnConditions), command.ago)
    case 'refuseConditions':
      return refused(command.does, among(world.referrals, command.pick, isOnConditions))
  }
}

const isOpen = ({ state }: WorldReferral): boolean => state === 'OPEN'
const isOnConditions = ({ state }: WorldReferral): boolean => state === 'ON_CONDITIONS'

function recorded(facts: Parameters<Portal['record']>[0], replacement: ReplacementOf | null, taken: number): Happening {
  return {
    portal: always(portal => portal.record(facts, replacement, taken)),
    model: done((next, shares) => record(next, facts, replacement, taken, shares)),
  }
}

const answers = { approve, approveOnConditions, acceptConditions: approve }

function answered(
  how: keyof typeof answers,
  world: World,
  referral: WorldReferral | null,
  ago: number,
): Happening | null {
  if (!referral) return null
  const on = metOn(world, referral, ago)
  return {
    portal: always(portal => portal[how](referral.id, on)),
    model: done((next, shares) => answers[how](next, at(next.referrals, referral.id), on, shares)),
  }
}

function refused(how: 'decline' | 'refuseConditions', referral: WorldReferral | null): Happening | null {
  return (
    referral && {
      portal: always(portal => portal[how](referral.id)),
      model: done(next => decline(next, at(next.referrals, referral.id))),
    }
  )
}

/** A meeting some days ago that answers, or accepts: none answers before it can have been asked. */
const metOn = (world: World, referral: WorldReferral, ago: number): number =>
  Math.max(at(world.decisions, referral.decision).taken, world.today - ago)

/** What answers nothing is always done. */
const always = (act: (portal: Portal) => unknown) => async (portal: Portal) => (await act(portal)) !== false

const done = (act: (world: World, shares: Shares) => unknown) => (world: World, shares: Shares) => {
  act(world, shares)
  return true
}

const among = <T>(list: T[], pick: number, may: (one: T) => boolean): T | null => {
  const possible = list.filter(may)
  return possible[pick % Math.max(1, possible.length)] ?? null
}

function at<T extends { id: number }>(list: T[], id: number): T {
  const found = list.find(one => one.id === id)
  if (!found) throw new Error(`none has the number ${id}`)
  return found
}

/** Each organisation's own deciding body gives; a department's mandates come from its municipality's. */
function givenOn({ begins, lasts, metAfter, ...terms }: Terms, today: number, activated: boolean): Given {
  const { organisation } = terms
  const from = today + begins
  return {
    ...terms,
    year: 2026,
    givenBy: organisation.municipality ?? organisation.id,
    sourceDay: Math.min(from + metAfter, today),
    onlyDecision: null,
    activated,
    from,
    to: from + lasts,
  }
}

function differences(now: Observation, world: World): string[] {
  const found: string[] = []
  const say = (what: string, portal: unknown, model: unknown) => {
    const [one, other] = [JSON.stringify(portal), JSON.stringify(model)]
    if (one !== other) found.push(`${what} is ${one}, and ${other} in the model`)
  }
  say('how many mandates', now.mandates.length, world.mandates.length)
  say(
    'what remains of the mandates',
    now.mandates.map(({ total, adjusted, drawn }) => total + adjusted - drawn),
    world.mandates.map(({ id, total }) => total - held(world, id)),
  )
  say('how many decisions', now.decisions.length, world.decisions.length)
  for (const decision of world.decisions) {
    const observed = now.decisions.find(({ id }) => id === decision.id)
    const what = `decision ${decision.id}`
    say(`${what}'s state`, observed?.state, decision.state)
    say(`${what}'s day of effect`, observed?.effectiveOn, decision.effectiveOn)
    say(`what ${what} holds`, observed?.holds, decision.holds)
    const cells = disagreements(observed?.cells ?? [], decision.cells, world.mandates)
    found.push(...cells.map(cell => `${what}, ${cell}`))
  }
  say(
    'the referrals',
    now.referrals.map(({ decision, state, cells }) => [
      decision,
      closed(state),
      cells.map(cell => [cell.organisation, cell.kind]),
    ]),
    world.referrals.map(({ decision, state, cells }) => [
      decision,
      closed(state),
      cells.map(cell => [cell.organisation.id, cell.kind]),
    ]),
  )
  return found
}

/** Conditions that were refused are kept as withdrawn: what matters is that nobody is asked any longer. */
const closed = (state: string): string => (state === 'DECLINED' ? 'WITHDRAWN' : state)

const held = (world: World, mandate: number): number =>
  world.decisions.reduce((sum, { holds }) => sum + (holds[mandate] ?? 0), 0)

const economicCell = (now: Observation, decision: number, organisation: number): ObservedCell | undefined =>
  now.decisions
    .find(({ id }) => id === decision)
    ?.cells.find(cell => cell.organisation === organisation && cell.kind === 'economic')
