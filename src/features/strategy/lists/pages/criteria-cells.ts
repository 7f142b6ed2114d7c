import { countText, criterionKeys, criterionNames, percentText } from '../labels.ts'
import type { CategoryVerdict, CriterionVerdict, Figures } from '../rules/judge-area.ts'
import type { CriterionKey } from '../rules/statutory-rules.ts'

/** »2,30 % af højst 2,27 %«: a criterion of an area, met or not, as words and as a mark that is read without colour. */
export function criterionCells(figures: Figures, verdict: CategoryVerdict | null) {
  const judged = new Map((verdict ? [...verdict.criteria, ...verdict.and] : []).map(one => [one.key, one]))
  return Object.fromEntries(criterionKeys.map(key => [key, cellOf(key, figures, judged.get(key))])) as Record<
    CriterionKey,
    ReturnType<typeof cellOf>
  >
}

function cellOf(key: CriterionKey, figures: Figures, judged: CriterionVerdict | undefined) {
  const figure = figures[key]
  const value = figure ? percentText(figure.value) : ''
  if (!judged) return { value, limit: '', mark: null, persons: '' }
  if (judged.verdict === 'UNKNOWN')
    return {
      ...{ value, limit: judged.lacks === 'VALUE' ? '' : 'Referenceværdien mangler', persons: '' },
      mark: { text: 'Kan ikke afgøres', kind: 'neutral' as const },
    }
  const { limit, persons } = judged.distance
  const met = judged.verdict === 'MET'
  return {
    value,
    limit: `Grænse ${percentText(limit)}`,
    mark: met ? { text: 'Opfyldt', kind: 'warning' as const } : { text: 'Ikke opfyldt', kind: 'neutral' as const },
    persons: persons === null ? '' : personsText(persons, met),
  }
}

/** In heads, as people speak of it: the list's own figures are public, and it is they that are counted. */
const personsText = (persons: number, met: boolean): string => {
  const said = persons === 1 ? '1 person' : `${countText(persons)} personer`
  return met ? `${said} for meget` : `${said} fra grænsen`
}

export const criterionColumns = criterionKeys.map(key => ({ key, text: criterionNames[key].short }))
