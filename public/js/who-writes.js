import { toSignIn, words } from './save-words.js'
import { renewTokens, whoIsSignedIn } from './signed-in.js'

/**
 * Why the server does not know who writes: the session ended, or another person signed in. `kind` is 'renewed' where its
 * writer is back, and the page's forms carry the new session; 'refused' where it is the same session; otherwise
 * 'wait', with what to say.
 */
export async function whoWrites(person, csrf) {
  const who = await whoIsSignedIn()
  if (who === null) return { kind: 'wait', say: ['offline', words.offline] }
  if (who.person === null) return { kind: 'wait', say: ['signed-out', words.signedOut, toSignIn] }
  if (who.person !== person) return { kind: 'wait', say: ['signed-out', words.another(who.name)] }
  if (who.csrf === csrf) return { kind: 'refused' }
  renewTokens(who.csrf)
  return { kind: 'renewed' }
}
