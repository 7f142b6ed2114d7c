import { type Objection, objection } from '../../../kernel/objection.ts'
import type { StandardContent, StandardPoint } from './standard-content.ts'

/** Points that one can keep in view, and state one's position on in a year's statement. */
export const mostPoints = 40

/** What a standard must say to be signed off and adopted (§5). */
export function lackingIn({ purpose, points }: StandardContent): Objection[] {
  const lacking: Objection[] = []
  if (purpose.trim() === '') lacking.push(objection('Standardens formål mangler.'))
  if (points.length === 0) lacking.push(objection('Standarden har ingen punkter. Tilføj mindst ét.'))
  points.forEach(({ evidence }, at) => {
    if (evidence.trim() === '')
      lacking.push(objection(`Punkt ${at + 1} siger ikke, hvad der viser, at det er opfyldt.`))
  })
  return lacking
}

/** A new point stands last, under a key that no point of the standard has had. */
export function withPoint(content: StandardContent, said: Omit<StandardPoint, 'key'>, everKeys: readonly string[]) {
  const key = `p${Math.max(0, ...everKeys.map(known => Number(known.slice(1)) || 0)) + 1}`
  return { ...content, points: [...content.points, { key, ...said }] }
}

/** @returns null when the point is not there */
export function withPointEdited(content: StandardContent, key: string, said: Omit<StandardPoint, 'key'>) {
  if (!content.points.some(point => point.key === key)) return null
  return { ...content, points: content.points.map(point => (point.key === key ? { key, ...said } : point)) }
}

/** @returns null when the point is not there */
export function withoutPoint(content: StandardContent, key: string) {
  const points = content.points.filter(point => point.key !== key)
  return points.length === content.points.length ? null : { ...content, points }
}

/** One place up or down. @returns null when the point is not there or stands there already */
export function withPointMoved(content: StandardContent, key: string, direction: 'UP' | 'DOWN') {
  const from = content.points.findIndex(point => point.key === key)
  const [point] = from < 0 ? [] : content.points.slice(from, from + 1)
  const to = direction === 'UP' ? from - 1 : from + 1
  if (!point || to < 0 || to >= content.points.length) return null
  return { ...content, points: content.points.toSpliced(from, 1).toSpliced(to, 0, point) }
}
