import type { Cell, Sheet, SheetRow } from '../../../../inputs/sheets/table.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { type Heading, headingsOf, yearIn } from '../mapping/headings.ts'
import type { FileMapping, Part, SheetMapping } from '../mapping/mapping.ts'
import type { JudgeFacts, KnownIndicator, KnownPlace, Level, StandingFigure } from './facts.ts'
import { PlaceFinder } from './find-place.ts'
import { judgeFigure, numbersText, sameNumbers, type ToldCell, type ToldCells, textOf } from './judge-figure.ts'
import type { JudgedFigure, Remark, Verdict } from './judged-figure.ts'

/** Judges every figure of the sheets that are read: each has a verdict, and each that is wrong says where and why. */
export function judgeSheets(sheets: readonly Sheet[], mapping: FileMapping, facts: JudgeFacts): JudgedFigure[] {
  const book = new FactBook(facts)
  const judged: JudgedFigure[] = []
  for (const sheet of sheets) {
    const of = mapping[sheet.name]
    if (of?.read) judgeSheet(sheet, of, book, judged)
  }
  return judged
}

/** The facts, by what they are asked for. */
class FactBook {
  readonly today: JudgeFacts['today']
  readonly places: PlaceFinder
  readonly #indicators = new Map<string, KnownIndicator>()
  readonly #standing = new Map<string, StandingFigure>()
  readonly #inFile = new Map<string, JudgedFigure>()
  readonly #wholes: Map<Level, KnownPlace>

  constructor({ today, indicators, places, standing }: JudgeFacts) {
    this.today = today
    this.places = new PlaceFinder(places)
    this.#wholes = new Map(places.filter(({ key, level }) => key === level).map(place => [place.level, place]))
    for (const indicator of indicators) {
      this.#indicators.set(indicator.slug, indicator)
      this.#indicators.set(bare(indicator.name), indicator)
    }
    for (const figure of standing) this.#standing.set(`${figure.versionId} ${figure.place} ${figure.year}`, figure)
  }

  whole = (level: Level): KnownPlace | undefined => this.#wholes.get(level)
  indicator = (text: string): KnownIndicator | undefined =>
    this.#indicators.get(text) ?? this.#indicators.get(bare(text))
  standing = (versionId: number, place: string, year: number): StandingFigure | undefined =>
    this.#standing.get(`${versionId} ${place} ${year}`)

  /** The same figure earlier in the file; this one is noted where there is none. */
  earlier(key: string, figure: JudgedFigure): JudgedFigure | undefined {
    const known = this.#inFile.get(key)
    if (!known) this.#inFile.set(key, figure)
    return known
  }
}

const bare = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()

interface Column {
  heading: Heading
  part: Part
  indicator: string
}

/** Columns that together tell one figure of every row. */
interface Group {
  indicator: string
  year: number | null
  value: Column | null
  numerator: Column | null
  denominator: Column | null
}

function judgeSheet(sheet: Sheet, mapping: SheetMapping, book: FactBook, judged: JudgedFigure[]): void {
  const { last, headings } = headingsOf(sheet, mapping.line)
  const columns = headings.map(
    (heading): Column => ({ heading, ...(mapping.columns[heading.key] ?? { part: 'ignored', indicator: '' }) }),
  )
  const of = (part: Part) => columns.find(column => column.part === part) ?? null
  const layout: Layout = {
    ...{ sheet, mapping, book },
    place: of('place'),
    level: of('level'),
    indicator: of('indicator'),
    year: of('year'),
    missing: of('missing'),
    groups: groupsOf(columns),
  }
  for (const row of sheet.rows) if (row.line > last) judgeRow(row, layout, judged)
}

interface Layout {
  sheet: Sheet
  mapping: SheetMapping
  book: FactBook
  place: Column | null
  level: Column | null
  indicator: Column | null
  year: Column | null
  missing: Column | null
  groups: Group[]
}

function groupsOf(columns: readonly Column[]): Group[] {
  const groups = new Map<string, Group>()
  for (const column of columns) {
    const { part, indicator, heading } = column
    if (part !== 'value' && part !== 'numerator' && part !== 'denominator') continue
    const key = `${indicator} ${heading.year ?? ''}`
    const group = groups.get(key) ?? { indicator, year: heading.year, value: null, numerator: null, denominator: null }
    group[part] ??= column
    groups.set(key, group)
  }
  return [...groups.values()]
}

const cellIn = (row: SheetRow, column: Column | null): Cell =>
  column ? (row.cells[column.heading.index] ?? null) : null
const toldIn = (row: SheetRow, column: Column | null): ToldCell | null =>
  column && { heading: column.heading.label, letter: column.heading.letter, cell: cellIn(row, column) }

function judgeRow(row: SheetRow, layout: Layout, judged: JudgedFigure[]): void {
  const { book, mapping } = layout
  const missing = toldIn(row, layout.missing)
  const told = layout.groups
    .map(group => ({
      group,
      cells: {
        value: toldIn(row, group.value),
        numerator: toldIn(row, group.numerator),
        denominator: toldIn(row, group.denominator),
        missing,
      },
    }))
    // An empty cell of a wide table tells nothing; an empty row of a long one lacks its value.
    .filter(
      ({ cells }) =>
        layout.groups.length === 1 || isTold(cells.value) || isTold(cells.numerator) || isTold(cells.denominator),
    )
  if (told.length === 0) return
  const placeText = textOf(cellIn(row, layout.place)).trim()
  const remark = (column: Column | null, reason: string): Remark => ({
    column: column?.heading.label ?? '',
    value: textOf(cellIn(row, column)),
    reason,
  })
  const yearText = textOf(cellIn(row, layout.year)).trim()
  const rowYear = yearText === '' ? mapping.year : yearOfText(yearText)
  const level = levelOf(textOf(cellIn(row, layout.level)), mapping.level)
  const indicatorText = textOf(cellIn(row, layout.indicator)).trim()
  const faults: Remark[] = []
  if (level === null)
    faults.push(remark(layout.level, 'Niveauet kendes ikke. Skriv afdeling, boligområde, bydel eller by.'))
  const whole = level && placeText === '' ? book.whole(level) : undefined
  if (placeText === '' && !whole) faults.push(remark(layout.place, 'Stedet mangler.'))
  if (yearText !== '' && rowYear === null)
    faults.push(remark(layout.year, 'Året kan ikke læses. Skriv det med fire cifre, fx 2025.'))

  /** Rows whose place or year cannot be read are told of once, and not for each of their years. */
  const known = new Set<string>()
  for (const { group, cells } of told) {
    const year = group.year ?? rowYear
    const own = [...faults]
    const slug = group.indicator || mapping.indicator
    const indicator = book.indicator(slug !== '' && indicatorText === '' ? slug : indicatorText || slug)
    if (!indicator)
      own.push(
        remark(
          layout.indicator,
          indicatorText === '' ? 'Indikatoren mangler.' : `Ingen indikator hedder »${indicatorText}«.`,
        ),
      )
    if (group.year === null && yearText === '' && rowYear === null) own.push(remark(layout.year, 'Året mangler.'))
    const found = whole
      ? { place: whole }
      : placeText !== '' && level !== null
        ? book.places.find(placeText, level, year)
        : null
    if (found && 'reason' in found) own.push(remark(layout.place, found.reason))
    if (year !== null && (year > yearOf(book.today) || year < 1980))
      own.push({
        column:
          group.year === null
            ? (layout.year?.heading.label ?? '')
            : ((group.value ?? group.numerator ?? group.denominator)?.heading.label ?? ''),
        value: String(year),
        reason: year < 1980 ? 'Året er før 1980. Ret det.' : `Året ${year} er ikke begyndt.`,
      })
    const figure: JudgedFigure = {
      sheet: layout.sheet.name,
      line: row.line,
      letter: (cells.value ?? cells.numerator ?? cells.denominator)?.letter ?? '',
      place: found && 'place' in found ? found.place.label : placeText,
      indicator: indicator?.name ?? indicatorText,
      year,
      told: toldText(cells),
      verdict: 'rejected',
      remarks: own,
      before: '',
      store: null,
    }
    const first = own[0]
    if (first || !indicator || !found || !('place' in found) || year === null) {
      const said = JSON.stringify(own)
      if (!known.has(said)) judged.push(figure)
      known.add(said)
      continue
    }
    judged.push(judgeRead(figure, cells, { indicator, place: found.place, year, layout }))
  }
}

function judgeRead(
  figure: JudgedFigure,
  cells: ToldCells,
  { indicator, place, year, layout }: { indicator: KnownIndicator; place: KnownPlace; year: number; layout: Layout },
): JudgedFigure {
  const { book, mapping } = layout
  const { versionId } = indicator
  const standing = book.standing(versionId, place.key, year)
  const last = book.standing(versionId, place.key, year - 1)
  const { numbers, faults, warnings } = judgeFigure(cells, {
    indicator,
    place,
    year,
    standing,
    last,
    point: mapping.point,
  })
  if (!numbers) return { ...figure, remarks: faults }
  const store = { versionId, place: place.key, year, ...numbers, correctsId: standing?.id ?? null }
  const same = standing !== undefined && sameNumbers(standing, numbers)
  const done: JudgedFigure = {
    ...figure,
    verdict: same ? 'unchanged' : warnings.length > 0 ? 'warned' : standing ? 'corrected' : 'ready',
    remarks: same ? [] : warnings,
    before:
      !standing || same ? '' : standing.withheld ? 'skjult af diskretionshensyn' : numbersText(standing, indicator),
    store: same ? null : store,
  }
  const earlier = book.earlier(`${versionId} ${place.key} ${year}`, done)
  return earlier ? repeated(done, earlier, numbers, cells) : done
}

/** Twice in one file: alike, the second is passed over; otherwise nobody knows which is right, and neither is stored. */
function repeated(
  figure: JudgedFigure,
  earlier: JudgedFigure,
  numbers: StandingNumbers,
  cells: ToldCells,
): JudgedFigure {
  const where = `${earlier.sheet === '' || earlier.sheet === figure.sheet ? '' : `ark »${earlier.sheet}«, `}række ${earlier.line}`
  const column = (cells.value ?? cells.numerator)?.heading ?? ''
  const stored = earlier.store
  const alike = stored ? sameNumbers(stored, numbers) : figure.verdict === 'unchanged'
  if (alike && earlier.verdict !== 'rejected')
    return {
      ...figure,
      verdict: 'unchanged',
      store: null,
      remarks: [{ column, value: figure.told, reason: `Det samme står i ${where}.` }],
    }
  if (earlier.verdict !== 'rejected') {
    earlier.verdict = 'rejected'
    earlier.store = null
    earlier.remarks = [
      { column, value: earlier.told, reason: `Række ${figure.line} har en anden værdi for det samme. Slet den ene.` },
    ]
  }
  return {
    ...figure,
    verdict: 'rejected',
    store: null,
    remarks: [
      { column, value: figure.told, reason: `Der står en anden værdi for det samme i ${where}. Slet den ene.` },
    ],
  }
}

type StandingNumbers = Parameters<typeof sameNumbers>[0]

const isTold = (told: ToldCell | null): boolean => told !== null && told.cell !== null && told.cell !== ''

const toldText = ({ value, numerator, denominator, missing }: ToldCells): string => {
  const [first, over, under] = [value, numerator, denominator].map(one => textOf(one?.cell ?? null))
  const of = [over, under].filter(one => one !== '').join(' af ')
  return [first, of === '' ? '' : first === '' ? of : `(${of})`, textOf(missing?.cell ?? null)]
    .filter(one => one !== '')
    .join(' ')
}

/** »2024«, »2024-12-31«, »31.12.2024«, »2024K4«, »ultimo 2024« */
const yearOfText = (text: string): number | null => yearIn(text)

const levelWords: Record<string, Level> = {
  ...{ afdeling: 'ESTATE', afdelinger: 'ESTATE', boligafdeling: 'ESTATE' },
  ...{ omraade: 'AREA', boligomraade: 'AREA', boligomraader: 'AREA' },
  ...{ bydel: 'DISTRICT', bydele: 'DISTRICT', kvarter: 'DISTRICT' },
  ...{ by: 'TOWN', byen: 'TOWN', kommune: 'TOWN', kommunen: 'TOWN', 'hele byen': 'TOWN', 'hele kommunen': 'TOWN' },
  ...{ region: 'REGION', regionen: 'REGION', land: 'COUNTRY', landet: 'COUNTRY', 'hele landet': 'COUNTRY' },
}

const levelOf = (text: string, otherwise: Level | ''): Level | '' | null =>
  text.trim() === '' ? otherwise : (levelWords[fold(text.trim())] ?? null)

export type { Verdict }
