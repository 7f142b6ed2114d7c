import type { Actor } from '../../../../access/actor.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { compareDanish, plural } from '../../../../kernel/text.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { criterionNames, percentText } from '../labels.ts'
import { areaListsPath } from '../paths.ts'
import { type ListRow, readLists, referencesOf } from '../read-lists.ts'
import { judgeByOwn, type OwnVerdict } from '../rules/by-own-figures.ts'
import type { CriterionVerdict } from '../rules/judge-area.ts'
import { ruleOf } from '../rules/statutory-rules.ts'
import { measuredAreas } from '../warning/read-series.ts'
import { figuresLag } from '../warning/warn.ts'

const verdicts: Record<OwnVerdict, { text: string; kind: 'success' | 'danger' | 'neutral' }> = {
  SAME: { text: 'Samme resultat', kind: 'success' },
  NOT_ON_LIST: { text: 'Afviger: ikke på listen', kind: 'danger' },
  ON_LIST: { text: 'Afviger: på listen', kind: 'danger' },
  UNKNOWN: { text: 'Kan ikke afgøres', kind: 'neutral' },
}

/**
 * R37: a list once more, by what the portal itself has measured of the year before it. What the authority issued stands;
 * where the portal comes to something else, both are shown. Null: the list follows no rules that areas can be held against.
 */
export function ownFigures(actor: Actor, list: ListRow) {
  const rule = ruleOf(list.rule)?.categories.find(({ kind }) => kind === list.kind)
  if (!rule) return null
  const all = readLists(actor.database)
  const year = yearOf(list.issuedOn) - figuresLag
  const references = referencesOf(all, yearOf(list.issuedOn))
  const listed = new Set(all.entries.filter(({ listId }) => listId === list.id).map(({ areaId }) => areaId))
  const measured = measuredAreas(actor)
  const judged = readPlaces(actor.database)
    .areas.filter(area => area.from <= list.issuedOn && !hasEnded(area, list.issuedOn))
    .map(area => {
      const told = measured(area.id).in(year)
      const known = told.residents !== null || Object.keys(told.figures).length > 0
      return { area, known, ...judgeByOwn(rule, told, references, listed.has(area.id)) }
    })
  const known = judged.filter(one => one.known)
  const shown = judged
    .filter(({ area, verdict }) => listed.has(area.id) || verdict === 'ON_LIST')
    .sort((one, other) => compareDanish(one.area.name, other.area.name))
  const differing = shown.filter(({ verdict }) => verdict === 'ON_LIST' || verdict === 'NOT_ON_LIST').length
  return {
    lead:
      known.length === 0
        ? `Portalen har ingen tal for ${year}, som listen kan beregnes af.`
        : `Reglerne er regnet efter med indikatorernes tal for ${year}. Hvad myndigheden har udstedt, gælder. ${differing === 0 ? 'Intet område afviger.' : `${plural(differing, 'område', 'områder')} afviger.`}`,
    rows:
      known.length === 0
        ? []
        : shown.map(({ area, verdict, judged: { criteria, and, tooFew, met, needed } }) => ({
            ...{ area: area.name, href: areaListsPath(area.slug), listed: listed.has(area.id) ? 'Ja' : 'Nej' },
            verdict: verdicts[verdict],
            why: [
              tooFew ? 'Færre beboere, end reglerne kræver.' : tooFew === null ? 'Antallet af beboere mangler.' : '',
              `${met} opfyldte kriterier af mindst ${needed}.`,
            ]
              .filter(Boolean)
              .join(' '),
            criteria: [...criteria, ...and].map(criterionText).join('\n'),
          })),
  }
}

/** »Dømte: 2,30 %, grænse 2,271 %: opfyldt« */
function criterionText(one: CriterionVerdict): string {
  const { short } = criterionNames[one.key]
  if (one.verdict === 'UNKNOWN')
    return `${short}: ${one.lacks === 'VALUE' ? 'tallet mangler' : 'referenceværdien mangler'}`
  const { value, limit } = one.distance
  return `${short}: ${percentText(value)}, grænse ${percentText(limit)}: ${one.verdict === 'MET' ? 'opfyldt' : 'ikke opfyldt'}`
}
