import { type Actor, systemActor } from '../../../src/access/actor.ts'
import type { Database } from '../../../src/database/database.ts'
import { type Tx, write } from '../../../src/database/write.ts'
import {
  adjustTotal,
  attachProtocol,
  recheckDecision,
  recordDecision,
  registerMandate,
  revokeMandate,
  settleConditionsOf,
  supersedeMandate,
} from '../../../src/features/decisions/decisions/index.ts'
import type { MandateTerms } from '../../../src/features/decisions/mandates/index.ts'
import { answerReferral, type ReferralAnswer } from '../../../src/features/decisions/referrals/index.ts'
import { instant } from '../../../src/kernel/days.ts'
import { oere } from '../../../src/kernel/money.ts'
import { Refusal } from '../../../src/kernel/refusal.ts'
import { draft } from '../../decisions/given.ts'
import type { Given } from '../reference/model-world.ts'
import { observeDatabase } from './observe-database.ts'
import type { NewDecision, Observation, Portal, ReplacementOf } from './portal.ts'
import { dayAt } from './pure-portal.ts'
import type { Ground } from './stage.ts'

const protocol = { name: 'protokol.pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n') }

/** The portal's own acts on a database of their own: what keepers and secretariats do, without the pages. */
export class ActsPortal implements Portal {
  private today = 0

  constructor(
    private readonly db: Database,
    private readonly ground: Ground,
  ) {}

  pass(today: number): void {
    this.today = today
  }

  async give(given: Given): Promise<void> {
    await registerMandate(this.actor(), {
      ...this.terms(given),
      organisationId: this.ground.organisation(given.organisation.id),
      bodyId: this.ground.decidingBody(given.givenBy ?? 0),
      sourceDocument: given.activated ? protocol : null,
    })
  }

  async activate(nth: number): Promise<void> {
    await attachProtocol(this.actor(), { ...(await this.mandate(nth)), protocol })
  }

  async supersede(nth: number, later: Given): Promise<void> {
    await supersedeMandate(this.actor(), {
      ...this.terms(later),
      ...(await this.mandate(nth)),
      bodyId: this.ground.decidingBody(later.givenBy ?? 0),
      sourceDocument: protocol,
    })
  }

  async revoke(nth: number, from: number): Promise<void> {
    const reason = 'Organet har ændret mening.'
    await revokeMandate(this.actor(), { ...(await this.mandate(nth)), from: dayAt(from), reason })
  }

  async adjust(nth: number, by: number): Promise<boolean> {
    const adjustment = {
      ...(await this.mandate(nth)),
      kind: by < 0 ? ('LOWER' as const) : ('RAISE' as const),
      amount: oere(Math.abs(by)),
      sourceDay: dayAt(this.today),
      sourceItem: '9',
      protocol,
      reason: 'Budgettet er ændret.',
    }
    return unlessRefused(() => adjustTotal(this.actor(), adjustment))
  }

  async record(told: NewDecision, replacement: ReplacementOf | null, taken: number): Promise<void> {
    const item = await this.inTransaction(tx => this.ground.itemInSession(tx, dayAt(taken), told))
    const replaces = replacement && {
      decisionId: await this.nth('decision', replacement.replaces),
      kind: 'REPLACES' as const,
      spent: await Promise.all(
        Object.entries(replacement.spent).map(async ([mandate, amount]) => ({
          mandateId: await this.nth('mandate', Number(mandate)),
          amount: oere(amount),
        })),
      ),
    }
    await recordDecision(
      this.actor(),
      draft(item, {
        subjectToApproval: true,
        replaces,
        subjectAreaIds: told.subjects.map(this.ground.subjectArea),
        areaIds: told.areas.map(this.ground.area),
        consequences: told.rows.map(row => ({
          organisationId: this.ground.organisation(row.organisation.id),
          amount: row.amount > 0 ? oere(row.amount) : null,
          legal: row.legal ? 'Aftale' : null,
          organisational: row.organisational ? 'Vagtordning' : null,
        })),
      }),
    )
  }

  approve(nth: number, on: number): Promise<boolean> {
    return this.answer(nth, on, { answer: 'APPROVED', standing: null })
  }

  approveStanding(nth: number, given: Given): Promise<boolean> {
    return this.answer(nth, given.sourceDay, { answer: 'APPROVED', standing: this.terms(given) })
  }

  async approveOnConditions(nth: number, on: number): Promise<void> {
    await this.answer(nth, on, { answer: 'APPROVED_ON_CONDITIONS', conditions: 'Regnskabet forelægges.' })
  }

  async acceptConditions(nth: number, on: number): Promise<void> {
    const item = await this.itemOnConditions(nth, on)
    await recordDecision(this.actor(), draft(item, { title: this.ground.acceptance }))
  }

  async refuseConditions(nth: number): Promise<void> {
    const { itemId, meetingId } = await this.itemOnConditions(nth, this.today)
    await this.inTransaction(async tx => {
      await tx.treatment.create({ data: { itemId, outcome: 'REJECTED', updatedById: 0, updatedAt: this.actor().at } })
      return settleConditionsOf(tx, this.actor(), meetingId)
    })
  }

  async decline(nth: number): Promise<void> {
    await this.answer(nth, this.today, { answer: 'DECLINED', reason: 'Der er ikke råd.' })
  }

  async recheck(nth: number): Promise<void> {
    await recheckDecision(this.actor(), await this.nth('decision', nth))
  }

  observe(): Promise<Observation> {
    return observeDatabase(this.db, this.ground)
  }

  private async answer(
    nth: number,
    on: number,
    given:
      | { answer: 'APPROVED'; standing: MandateTerms | null }
      | { answer: 'APPROVED_ON_CONDITIONS'; conditions: string }
      | { answer: 'DECLINED'; reason: string },
  ): Promise<boolean> {
    const referralId = await this.nth('referral', nth)
    const { version } = await this.db.prisma.referral.findUniqueOrThrow({ where: { id: referralId } })
    const answer: ReferralAnswer = {
      referralId,
      version,
      answeredOn: dayAt(on),
      protocolItem: '4',
      protocol,
      ...given,
    }
    return unlessRefused(() => answerReferral(this.actor(), answer))
  }

  /** The item that came by itself, as if the group's meeting of that day had it on its agenda. */
  private async itemOnConditions(nth: number, on: number): Promise<{ meetingId: number; itemId: number }> {
    const referralId = await this.nth('referral', nth)
    return this.inTransaction(async tx => {
      const scope = { case: null, tasks: [], subjects: [], areas: [] }
      const item = await this.ground.itemInSession(tx, dayAt(on), scope)
      await tx.awaitedItem.updateMany({ where: { referralId }, data: { itemId: item.itemId } })
      return item
    })
  }

  private terms(given: Given): MandateTerms {
    return {
      title: 'Mandat',
      economic: given.covers.includes('economic'),
      legal: given.covers.includes('legal'),
      organisational: given.covers.includes('organisational'),
      limitPerDecision: Number.isFinite(given.limit) ? oere(given.limit) : null,
      total: Number.isFinite(given.total) ? oere(given.total) : null,
      partialCover: given.partial,
      strategy: given.tasks.includes('strategy'),
      professionalDevelopment: given.tasks.includes('professionalDevelopment'),
      coordination: given.tasks.includes('coordination'),
      subjectAreaIds: given.subjects.map(this.ground.subjectArea),
      areaIds: given.areas.map(this.ground.area),
      caseId: given.case === null ? null : this.ground.case(given.case),
      from: dayAt(given.from),
      to: Number.isFinite(given.to) ? dayAt(given.to) : null,
      sourceDay: dayAt(given.sourceDay),
      sourceItem: '7',
      sourceNote: '',
    }
  }

  private async mandate(nth: number): Promise<{ mandateId: number; version: number }> {
    const mandateId = await this.nth('mandate', nth)
    const { version } = await this.db.prisma.mandate.findUniqueOrThrow({ where: { id: mandateId } })
    return { mandateId, version }
  }

  /** The portal's own id of the nth that came. */
  private async nth(kind: 'mandate' | 'decision' | 'referral', nth: number): Promise<number> {
    const ids = await this.ground.idsOf(this.db, kind)
    return ids[nth - 1] ?? 0
  }

  private actor(): Actor {
    return systemActor(this.db, instant(`${dayAt(this.today)}T09:00:00.000Z`))
  }

  private inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return write(this.actor(), async tx => ({ result: await work(tx), events: [] }))
  }
}

async function unlessRefused(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (fault) {
    if (fault instanceof Refusal) return false
    throw fault
  }
}
