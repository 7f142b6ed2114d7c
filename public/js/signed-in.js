/** Who is signed in in this browser now: { person, name, csrf }; null where the server does not answer. */
export async function whoIsSignedIn() {
  try {
    const answer = await fetch('/log-ind/hvem', { headers: { accept: 'application/json' }, cache: 'no-store' })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** The page's forms carry the new session's token: signed in again, one goes on where one was. */
export function renewTokens(csrf) {
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = csrf
}
