/** Browsers send at most 64 kB after a page is left. */
const sentOnLeaving = 60_000

/**
 * Sends what a form holds, upon the version that it was made from. `kind` says what came of it: 'saved', 'overtaken' (by
 * another's saving), 'unknown' (the session has ended, or another has signed in), 'refused' for good, or 'later'.
 */
export async function sendFields(address, { csrf, version, fields }) {
  try {
    const answer = await post(address, { ...fields, version, _csrf: csrf })
    const told = await answer.json().catch(() => ({}))
    return { kind: kindOf(answer), told, wait: Number(answer.headers.get('retry-after')) * 1000 }
  } catch {
    return { kind: 'later', told: {}, wait: 0, offline: true }
  }
}

function post(address, values) {
  const body = new URLSearchParams(values).toString()
  return fetch(address, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body,
    keepalive: body.length < sentOnLeaving,
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  })
}

function kindOf({ ok, status }) {
  if (ok) return 'saved'
  if (status === 409) return 'overtaken'
  if (status === 401 || status === 403) return 'unknown'
  return status >= 500 || status === 429 ? 'later' : 'refused'
}
