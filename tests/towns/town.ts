import type { Database } from '../../src/database/database.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

/** A change to a section that somebody proposes: how the page asks for it, and what it becomes. */
export interface ProposedChange {
  /** Whose proposal: a person's key. */
  by: string
  clause: string
  kind: 'Erstat tekst' | 'Tilføj tekst' | 'Slet tekst'
  words: string
  text: string
}

/**
 * A cooperation that has met and meets again. What a test plays in it knows people and parties by what they do, so that
 * it is played the same in any town.
 */
export interface Town {
  name: string
  open(now: string): Promise<TestApp>
  cooperation(db: Database): Cooperation
  emailOf(key: string): string
  password: string
  /** The keys of its people. */
  people: {
    housingSecretary: string
    municipalSecretary: string
    chair: string
    member: string
    strategyGroups: [housing: string, municipality: string]
    reader: string
  }
  /** The housing organisation and the municipality whose mandates a decision is tried against. */
  housing: { slug: string; name: string }
  municipality: { slug: string; name: string }
  revision: {
    /** The year of the round that is next by the agreement's own rhythm. */
    year: number
    /** The first two stand against each other; the other two are on sections of their own. */
    proposals: [ProposedChange, ProposedChange, ProposedChange, ProposedChange]
    /** All who must sign, the last one by name, too. */
    signers: { slug: string; key: string }[]
    lastToSign: string
  }
}
