import { type Objection, objection } from '../../../kernel/objection.ts'
import { freeKey, withEdited, withMoved, without } from '../../../kernel/placed.ts'
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
export const withPoint = (
  content: StandardContent,
  said: Omit<StandardPoint, 'key'>,
  everKeys: readonly string[],
): StandardContent => ({ ...content, points: [...content.points, { key: freeKey('p', everKeys), ...said }] })

const withPoints = (content: StandardContent, points: StandardPoint[] | null): StandardContent | null =>
  points && { ...content, points }

/** @returns null when the point is not there */
export const withPointEdited = (content: StandardContent, key: string, said: Omit<StandardPoint, 'key'>) =>
  withPoints(content, withEdited(content.points, key, said))

/** @returns null when the point is not there */
export const withoutPoint = (content: StandardContent, key: string) => withPoints(content, without(content.points, key))

/** One place up or down. @returns null when the point is not there or stands there already */
export const withPointMoved = (content: StandardContent, key: string, direction: 'UP' | 'DOWN') =>
  withPoints(content, withMoved(content.points, key, direction))
