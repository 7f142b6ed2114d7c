/** Whoever is not signed in is sent to sign in, and back again. */
export class SignInNeeded extends Error {
  /** Where to go on to; null: to what was asked for. */
  readonly goOn: string | null
  /** What became of a form that was sent: kept as a draft, or there was nothing in it to keep, or it could not be. */
  readonly sent: 'draft' | 'button' | 'unkept' | null

  constructor(goOn: string | null = null, sent: SignInNeeded['sent'] = null) {
    super('Nobody is signed in.')
    this.goOn = goOn
    this.sent = sent
  }
}
