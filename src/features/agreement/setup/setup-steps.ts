import { anonymousActor } from '../../../access/actor.ts'
import type { Database } from '../../../database/database.ts'
import { type Body, formLimits, textIn } from '../../../http/forms/bodies.ts'
import { type FormState, fieldErrors, formOf, toldAt } from '../../../http/forms/forms.ts'
import type { Answer } from '../../../http/pages/answers.ts'
import type { Clock } from '../../../http/server/session.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { understandFile, understandText } from '../agreement/index.ts'
import type { SetupAnswers } from './answers.ts'
import { answersOf, partiesForm, setupForm } from './forms.ts'
import { documentPage, donePage, partiesPage, peoplePage, summaryPage } from './pages.ts'
import { proposedFrom } from './proposed.ts'
import { type SetUp, type SetupDocument, setUp } from './set-up.ts'
import { documentFaults, setupFaults, strangersIn } from './setup-rules.ts'
import { typedFrom } from './typed-from.ts'

/** What the steps can carry of an agreement, as a form sends it, with room for all that is typed beside it. */
const mostCarried = formLimits.bytes - 300_000

/** The steps of the setup: each carries what the others were told, so that nothing is stored before all is right. */
export class SetupSteps {
  readonly #services: { database: Database; clock: Clock }
  /** What the last step came to. Whoever pressed twice, or lost the answer on its way, sees the codes all the same. */
  #done: Promise<SetUp> | null = null

  constructor(services: { database: Database; clock: Clock }) {
    this.#services = services
  }

  async take(values: Body, file: { name: string; buffer: Buffer } | undefined): Promise<Answer> {
    const form = formOf(values)
    try {
      if (this.#done) return await this.#handedOut(this.#done)
      switch (textIn(values, 'handling')) {
        case 'aftale':
          return await this.#readDocument(form, file)
        case 'parter':
          return this.#people(form)
        case 'gennemse':
          return await this.#summary(form)
        case 'gem':
          return await this.#setUp(form)
        case 'ret-brugere':
          return this.#people(form)
        default:
          // Without a document, more rows, or back to the parties: what was typed stands.
          return partiesPage(form)
      }
    } catch (fault) {
      if (fault instanceof Refusal && fault.code === 'rule') return this.#back(form, fault)
      throw fault
    }
  }

  async #readDocument(form: FormState, file: { name: string; buffer: Buffer } | undefined): Promise<Answer> {
    const actor = anonymousActor(this.#services.database, this.#services.clock.now())
    const typed = String(form.values.source ?? '').trim()
    if (!file?.buffer.length && typed === '') {
      const errors = { fil: 'Vælg aftalen, eller indsæt dens tekst. Du kan også gå videre uden.' }
      return documentPage({ ...form, errors, status: 422 })
    }
    try {
      const read = file?.buffer.length ? await understandFile(actor, file) : await understandText(actor, typed)
      const { missing } = read.parsed
      if (encodeURIComponent(read.source).length > mostCarried) {
        const message = 'Aftalens tekst er for lang til at blive sat op i browseren. Brug kommandoen setup i stedet.'
        return documentPage({ ...formOf(), message, status: 422 })
      }
      if (missing.length > 0) {
        const message = `Dokumentet er ikke en hel aftale. ${missing.join(' ')}`
        return documentPage({ ...formOf({ source: read.source }), message, status: 422 })
      }
      const navn = file?.buffer.length ? file.name : 'Indsat tekst'
      return partiesPage(formOf({ ...typedFrom(proposedFrom(read.parsed)), source: read.source, navn }))
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== 'rule') throw fault
      return documentPage({ ...form, ...toldAt(fault.told), status: 422 })
    }
  }

  #people(form: FormState): Answer {
    const read = partiesForm.safeParse(form.values)
    if (!read.success) return partiesPage({ ...form, errors: fieldErrors(read.error), status: 422 })
    return peoplePage(form, read.data)
  }

  async #summary(form: FormState): Promise<Answer> {
    const answers = this.#answers(form)
    if ('answer' in answers) return answers.answer
    const today = dayOf(this.#services.clock.now())
    const document = await this.#document(form)
    const faults = [
      ...setupFaults(answers.found, today),
      ...(document ? documentFaults(answers.found, document.parsed) : []),
    ]
    if (faults.length > 0) return this.#back(form, new Refusal('rule', '', { told: faults }))
    return summaryPage(form, answers.found, today, document ? strangersIn(answers.found, document.parsed) : [])
  }

  async #setUp(form: FormState): Promise<Answer> {
    const answers = this.#answers(form)
    if ('answer' in answers) return answers.answer
    const { database, clock } = this.#services
    const document = await this.#document(form)
    // Two sendings at the same time come to the same.
    this.#done ??= setUp(database, clock.now(), answers.found, document)
    try {
      return await this.#handedOut(this.#done)
    } catch (fault) {
      this.#done = null
      throw fault
    }
  }

  async #handedOut(done: Promise<SetUp>): Promise<Answer> {
    const { people, expiresAt } = await done
    return donePage(people, expiresAt)
  }

  async #document(form: FormState): Promise<SetupDocument | null> {
    const text = String(form.values.source ?? '')
    if (text === '') return null
    const actor = anonymousActor(this.#services.database, this.#services.clock.now())
    const { parsed, source } = await understandText(actor, text)
    return { parsed, source, name: String(form.values.navn ?? '') || 'Indsat tekst' }
  }

  /** The answers, or the step where something is wrong. */
  #answers(form: FormState): { found: SetupAnswers } | { answer: Answer } {
    const parties = partiesForm.safeParse(form.values)
    if (!parties.success) return { answer: partiesPage({ ...form, errors: fieldErrors(parties.error), status: 422 }) }
    const all = setupForm.safeParse(form.values)
    if (!all.success)
      return { answer: peoplePage({ ...form, errors: fieldErrors(all.error), status: 422 }, parties.data) }
    return { found: answersOf(all.data) }
  }

  /** To the step that a rule's words are about. */
  #back(form: FormState, { told }: Refusal): Answer {
    const state = { ...form, ...toldAt(told), status: 422 }
    const aboutPeople = told.every(({ field = '' }) => /^(administrator|\w+Secretary)\[/.test(field))
    const parties = partiesForm.safeParse(form.values)
    return aboutPeople && parties.success ? peoplePage(state, parties.data) : partiesPage(state)
  }
}
