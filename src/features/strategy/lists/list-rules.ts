import type { Day } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { criterionKeys, criterionNames } from './labels.ts'
import type { Figures } from './rules/judge-area.ts'
import { type ListKind, ruleOf, ruleOn } from './rules/statutory-rules.ts'

/** The rules that a list follows: those of its day, where they know its kind. */
export const ruleKeyFor = (kind: ListKind, issuedOn: Day): string => {
  const rule = ruleOn(issuedOn)
  const asked = kind === 'TRANSFORMATION' ? 'PARALLEL' : kind
  return rule?.categories.some(category => category.kind === asked) ? rule.key : ''
}

export function listObjections(
  list: { kind: ListKind; issuedOn: Day; rule: string },
  today: Day,
): (Objection | null)[] {
  const rule = list.rule === '' ? undefined : ruleOf(list.rule)
  return [
    list.issuedOn > today ? objection('Listen kan ikke være udstedt efter i dag.', 'issuedOn') : null,
    rule && rule.from > list.issuedOn ? objection('Reglerne gjaldt ikke endnu, da listen blev udstedt.', 'rule') : null,
  ]
}

/** Why an entry cannot be recorded so: what is a share is between none and all, and its people are among those counted. */
export function entryObjections(entry: { residents: number | null; figures: Figures }): Objection[] {
  return criterionKeys.flatMap(key => {
    const figure = entry.figures[key]
    if (!figure) return []
    const { value, persons, base } = figure
    const name = criterionNames[key].name
    const told: Objection[] = []
    const most = key === 'INCOME' ? 30_000 : 10_000
    if (value < 0 || value > most)
      told.push(objection(`${name}: Skriv en procent mellem 0 og ${most / 100}.`, `figures[${key}][value]`))
    if ((persons === null) !== (base === null))
      told.push(
        objection(
          `${name}: Skriv både antal personer og hvor mange de er talt blandt, eller ingen af delene.`,
          `figures[${key}][persons]`,
        ),
      )
    if (persons !== null && base !== null && persons > base)
      told.push(
        objection(`${name}: Der kan ikke være flere personer, end de er talt blandt.`, `figures[${key}][persons]`),
      )
    return told
  })
}
