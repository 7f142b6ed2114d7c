import { listDanish, plural } from '../../kernel/text.ts'
import { Unreadable } from '../unreadable.ts'
import { tableLimits } from './table.ts'

const { megabytes, rows, columns, cells, sheets, unpackedMegabytes, letters } = tableLimits
const number = (count: number): string => count.toLocaleString('da')

/** Why a table file is refused, by its name. */
export const refusedTable = {
  empty: () => new Unreadable('Filen er tom. Vælg en fil med overskrifter og rækker.'),
  tooManyBytes: (found: number) =>
    new Unreadable(
      `Filen fylder ${number(Math.ceil(found / 1024 / 1024))} MB. Portalen læser højst ${megabytes} MB. Del filen i flere.`,
    ),
  tooManyRows: () =>
    new Unreadable(`Filen har flere end ${number(rows - 1)} rækker. Del den i flere filer, fx en for hvert år.`),
  tooManyColumns: (found: number, sheet: string) =>
    new Unreadable(`${inSheet(sheet)} er der ${number(found)} kolonner. Portalen læser højst ${columns}.`),
  tooManyCells: () => new Unreadable(`Filen har flere end ${number(cells)} udfyldte celler. Del den i flere filer.`),
  tooManySheets: (found: number) => new Unreadable(`Regnearket har ${found} ark. Portalen læser højst ${sheets}.`),
  bomb: (found: number) =>
    new Unreadable(
      `Filen fylder ${number(Math.ceil(found / 1024 / 1024))} MB, når den pakkes ud. Portalen pakker højst ${unpackedMegabytes} MB ud.`,
    ),
  longCell: (where: string) => new Unreadable(`Cellen ${where} har mere end ${number(letters)} tegn. Ret den.`),
  damaged: () =>
    new Unreadable(
      'Filen er beskadiget eller ikke hentet helt. Åbn den i regnearksprogrammet, gem den igen, og prøv med den nye fil.',
    ),
  protected: () =>
    new Unreadable(
      'Filen er beskyttet med en adgangskode eller et følsomhedsmærke. Fjern beskyttelsen, gem en kopi, og vælg kopien.',
    ),
  oldExcel: () =>
    new Unreadable('Filen er i Excels gamle format (.xls). Gem den som Excel-projektmappe (.xlsx), og prøv igen.'),
  binaryExcel: () =>
    new Unreadable('Filen er en binær projektmappe (.xlsb). Gem den som Excel-projektmappe (.xlsx), og prøv igen.'),
  openDocument: () =>
    new Unreadable(
      'Filen er et OpenDocument-regneark. Gem den som Excel-projektmappe (.xlsx) eller CSV, og prøv igen.',
    ),
  macros: () =>
    new Unreadable(
      'Regnearket har makroer. Gem det som Excel-projektmappe uden makroer (.xlsx), og prøv med den nye fil.',
    ),
  externalLinks: () =>
    new Unreadable(
      'Regnearket henter data fra andre filer. Bryd kæderne under Data > Rediger kæder, gem filen, og prøv igen.',
    ),
  connections: () =>
    new Unreadable('Regnearket henter data fra en database eller et netsted. Fjern forbindelsen, gem, og prøv igen.'),
  other: () =>
    new Unreadable('Filen er hverken et regneark (.xlsx) eller en tekstfil med rækker (.csv). Vælg en af dem.'),
  formulas: (found: { sheet: string; count: number; first: readonly string[] }) =>
    new Unreadable(
      `${inSheet(found.sheet)} er der ${plural(found.count, 'formel', 'formler')}, fx i ${listDanish([...found.first])}. Kopiér arket, indsæt det igen som værdier, gem, og prøv igen.`,
    ),
  cpr: (places: readonly string[], count: number) =>
    new Unreadable(
      `Der står noget, der ligner et CPR-nummer, i ${listDanish([...places])}${count > places.length ? ` og ${plural(count - places.length, 'anden celle', 'andre celler')}` : ''}. Portalen må ikke indeholde CPR-numre. Slet dem i filen, og vælg den igen. Intet er gemt.`,
    ),
}

const inSheet = (sheet: string): string => (sheet === '' ? 'I filen' : `På arket »${sheet}«`)
