import { longDay } from '../../../../kernel/days.ts'
import { bodyInSentence } from '../../../../kernel/text.ts'
import type { AuthorisationLine } from '../queries.ts'

type Naming = Pick<AuthorisationLine, 'namedAs' | 'namedBy' | 'sourceBody' | 'sourceDay' | 'sourceDocument'>

/** Who named a keeper or a signatory, and on what: for the organisation's own page. */
export function namingText({ namedAs, namedBy, sourceBody, sourceDay, sourceDocument }: Naming): string {
  if (namedAs === null) return 'Kilden er ikke registreret.'
  const by = namedBy ?? 'portalens drift'
  if (namedAs === 'SIGNATORY') return `Udpeget af ${by} som organisationens underskriftsberettigede.`
  if (namedAs === 'CHAIR') return `Udpeget af ${by} som formand for organisationens besluttende organ.`
  const when = sourceDay === null ? '' : ` den ${longDay(sourceDay)}`
  return `Udpeget af ${bodyInSentence(sourceBody ?? 'organisationen')}${when} (${sourceDocument ?? 'dokument ikke oplyst'}). Registreret af ${by}.`
}
