import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Right, Subject } from '../access/policy.ts'
import type { Database } from '../database/database.ts'
import type { Draft } from '../database/folder/form-store.ts'
import type { Day, Instant } from '../kernel/days.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Settings } from '../settings.ts'
import type { FormState } from './forms/forms.ts'
import type { UploadedFile, UploadLimits } from './forms/uploads.ts'
import type { LiveHub } from './live/hub.ts'
import type { Answer } from './pages/answers.ts'

export type Shape = z.ZodType<Record<string, unknown>>
export type Read<S extends Shape | undefined> = S extends Shape ? z.output<S> : Record<string, never>

export interface Context<P extends Shape | undefined, Q extends Shape | undefined> {
  actor: Actor
  db: Database
  settings: Settings
  params: Read<P>
  query: Read<Q>
  now: Instant
  today: Day
  /** What a person has typed and not saved. Its words are the writer’s alone. */
  draftsOf(person: number): Draft[]
  /** Those who follow what goes on. */
  live: Pick<LiveHub, 'writes'>
}

export interface FormContext<P extends Shape | undefined, F extends Shape> extends Context<P, undefined> {
  form: z.output<F>
  files: UploadedFile[]
  /** Why no file is there although one was sent. */
  uploadRefusal?: Refusal
  /** Sent by our own script, which wants JSON: autosave. */
  wantsJson: boolean
  /** Ends all of a person's sessions but the one that this form was sent in. */
  signOutElsewhere(person: number): void
  /** Removes a person’s drafts. */
  forgetDrafts(person: number): void
}

export interface Common<P extends Shape | undefined, Q extends Shape | undefined> {
  right: Right
  params?: P
  /** What the right is asked about, read from the address. Null: there is no such thing. */
  on?: (ctx: Context<P, Q>) => Subject | null | Promise<Subject | null>
  /** Whoever may not do this is told that the page does not exist, rather than that it is closed to them. */
  hidden?: boolean
  /** Works also before a password is chosen in the place of one that somebody else has set. */
  whileChoosing?: boolean
}

export interface GetSpec<P extends Shape | undefined, Q extends Shape | undefined> extends Common<P, Q> {
  query?: Q
  /** The number of statements that the page costs at most, whatever the size of the data. */
  queries: number
}

export interface PostSpec<P extends Shape | undefined, F extends Shape> extends Common<P, undefined> {
  form: F
  upload?: UploadLimits
  /**
   * The same form may take effect again with other content, without a word: it moves or marks something, and the last
   * word counts. Forms that carry a version need not say so.
   */
  repeatable?: boolean
  /**
   * The page that the form stands on, where it is neither the page of its own address nor the nearest above it: a
   * pattern with the address's parameters, or what finds it. Whoever asks for the form's address is led there.
   */
  standsOn?: string | ((ctx: Context<P, undefined>) => string | Promise<string>)
  /** What the page's model calls the form, where it has several; from the address, where it has one for each of many. */
  formName?: string | ((params: Read<P>) => string)
  /** Draws the form's page again with what was typed and what is wrong. */
  onInvalid?: (ctx: Omit<FormContext<P, F>, 'form'>, form: FormState) => Answer | Promise<Answer>
}

export interface DeclaredRoute {
  method: 'get' | 'post'
  path: string
  right: Right
  queries: number | null
  hasSubject: boolean
}
