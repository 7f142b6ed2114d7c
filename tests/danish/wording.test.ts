import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Words that gave way to others, each with what is written instead. */
const banned: [RegExp, string][] = [
  [/\bTilstand\b/, 'Status'],
  [/\bSlags\b|\bslags\b/, 'Type'],
  [/af sig selv/, 'automatisk'],
  [/[Hh]istorien\b/, 'what happens, in plain words'],
  [/Vis flere/, 'Næste side'],
  [/\bIngen \p{L}+ passer\b/u, 'Ingen … fundet'],
  [/Tomt felt:|Intet valgt:/, 'Lad feltet være tomt, hvis …'],
  [/kan udelades/i, '(valgfrit), by the field'],
  [/[Hh]ent siden igen|Indlæs den igen|Åbn siden igen|(?:Siden|Formularen) er forældet/, 'stalePage: Genindlæs den'],
  [/[Ee]ksterne? part(?:er)?\b/, 'ekstern organisation'],
  [/taget tilbage'|Taget tilbage/, 'trukket tilbage'],
  [/[Pp]røvede? beslutning|\b[Pp]røven\b(?! )|[Pp]røv en beslutning/, 'forhåndskontrol'],
  [/\b[Oo]pgiv(?:et)? (?:kladden|tillægget)/, 'annullér'],
  [/Godkend for vores/, 'Godkend … for kommunens sekretariat'],
  [/(?:er|blev|været|skal være) holdt\b|(?:skal|kan) holdes\b/, 'afholdt, afholdes'],
  [/Vis, som det var/, 'Vis pr. dato'],
  [/[Bb]egynd (?:dagsordenen|sammenskrivningen)/, 'opret, gå i gang med'],
  [/står ved magt|ikke til for dig|kan ikke slutte sådan/, 'what happens, in plain words'],
  [/\bIndfør\b|\bindføres\b|\bFørt ind\b/, 'Registrér'],
  [/\b(?:begge|egne) sider\b|\bsidens (?:egen|strategi)|\b(?:din|jeres) egen side\b|den anden side\b/i, 'part'],
  [/punktets art\b|\bPunktet er til'/, 'Type'],
  [/\btjene(?:r|s)?\b/, 'hører under'],
  [/\bbegyndes\b|[Dd]agsordenen er begyndt|[Bb]egyndt i\b/, 'oprettes, oprettet'],
  [/[Tt]ræk beslutningen tilbage/, 'Annullér beslutningen'],
  [/Endnu ikke gældende/, 'Kommende'],
  [/\b[Nn]ye? udgave(?! af dit)/, 'version, of the agreement'],
  [/'Standset|skrives sammen'/, 'Stoppet, Under sammenskrivning'],
  [/[Uu]dtrædelse|organisationen er ophørt/i, 'udtræden, udtrådt'],
  [/\bsend(?:t|es)? ud\b/, 'udsendt'],
  [/[Vv]ores sekretariat|[Jj]eres sekretariat/, 'dit sekretariat, or its name'],
  [/\b[Ss]iger (?:et organ |organet )?nej\b/, 'afslår'],
  [/'Venter på svar/, 'Afventer svar'],
  [/(?:label: |>)'?Dag(?:'|<)/, 'Mødedato, Dato'],
  [/\b(?:en|din|sendt) mails?\b|\b[Mm]ailen\b/, 'e-mail'],
  [/arbejder under/, 'er underlagt'],
  [/text: 'Aftalen'|>Aftalen</, 'Samarbejdsaftalen'],
  [/Hent udskrift/, 'Vis udskrift: Hent is for files'],
  [/[Kk]ontakt administratoren/, 'systemadministratoren'],
  [/\bIT-/, 'it-'],
  [
    /label: '(?:Hvad|Hvem|Hvilke[nt]?|Hvor\p{L}*) [^?']*'|>(?:Hvad|Hvem) der [^<?]*<\/(?:th|caption|label|h\d)>/u,
    'a noun, or a whole question with »?«',
  ],
  [/\b[Hh]vis (?:sager|udtalelse|holdning)\b/, 'sager fra, udtalelse fra'],
  [/Det kan ikke lade sig gøre|blev ikke gjort|Siden var ikke hel|[Tt]egningen\b/, 'what happens, in plain words'],
]

/** Said of other things, or by people: each with why. */
const allowed: [RegExp, string][] = [[/Tag (?:referatet|udkastet) tilbage til rettelse/, 'a step of the minutes']]

const folders = ['views', 'src/features', 'src/http', 'src/access', 'src/kernel', 'src/inputs', 'public/js']
const root = join(import.meta.dirname, '../..')

test('no template and no sentence in the code uses a word that gave way to another', () => {
  const found = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(ejs|ts|js)$/.test(name))
      .flatMap(name => faultsIn(join(folder, name), readFileSync(join(root, folder, name), 'utf8'))),
  )
  expect(found).toEqual([])
})

test('the words are found in templates and in strings, and comments are left alone', () => {
  expect(faultsIn('a.ejs', '<th>Tilstand</th>')).toEqual(['a.ejs:1 »Tilstand«: Status'])
  expect(faultsIn('a.ts', "const hint = 'Tomt felt: ingen grænse.'")).toHaveLength(1)
  expect(faultsIn('a.ts', '// af sig selv')).toEqual([])
  expect(faultsIn('a.ejs', '<p>Status</p>')).toEqual([])
})

function faultsIn(name: string, text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    if (/^\s*(?:\*|\/\*|\/\/|<%#)/.test(line) || allowed.some(([words]) => words.test(line))) return []
    return banned.flatMap(([words, instead]) => {
      const hit = words.exec(line)
      return hit ? [`${name}:${at + 1} »${hit[0]}«: ${instead}`] : []
    })
  })
}
