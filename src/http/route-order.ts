/**
 * Puts addresses in the order in which they are tried: at each place a word that must stand there comes before a
 * parameter that would take any word. So »/aftalen/revision« is never read as the agreement of the year »revision«,
 * whichever feature declared its routes first. Those that differ in nothing but names keep their order.
 */
export const asTried = <Route extends { path: string }>(routes: readonly Route[]): Route[] =>
  routes
    .map(route => ({ route, key: placesOf(route.path) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ route }) => route)

/**
 * Asks which of the routes also take an address that another pattern stands for, those first that are tried first:
 * »/moeder/:meeting« takes »/moeder/ny«. A parameter of the address itself is only taken by a parameter.
 */
export function thoseTaking<Route extends { path: string }>(routes: readonly Route[]): (path: string) => Route[] {
  const byLength = new Map<number, { route: Route; parts: string[] }[]>()
  for (const route of asTried(routes)) {
    const parts = route.path.split('/')
    const alike = byLength.get(parts.length)
    if (alike) alike.push({ route, parts })
    else byLength.set(parts.length, [{ route, parts }])
  }
  return path => {
    const asked = path.split('/')
    return (byLength.get(asked.length) ?? [])
      .filter(({ parts }) => parts.every((part, index) => part.startsWith(':') || part === asked[index]))
      .map(({ route }) => route)
  }
}

/** '/aftalen/:year/tillaeg' → '0010': where a parameter stands. */
const placesOf = (path: string): string =>
  path
    .split('/')
    .map(part => (part.startsWith(':') ? '1' : '0'))
    .join('')
