import { csvOf } from '../../../../kernel/csv.ts'
import { shortMoment } from '../../../../kernel/days.ts'
import { stanceNames } from './hearing-rules.ts'
import { type LoadedHearing, replyTo } from './load-hearing.ts'

const head = [
  'Organisation',
  'Spurgt',
  'Svar',
  'Afsnit',
  'Bemærkning',
  'Afgivet af',
  'Som administrator',
  'Tidspunkt',
  'Sekretariaternes svar',
]

/** A line for every remark, and one for each organisation that has none or did not answer. */
export function hearingCsv(hearing: LoadedHearing): Buffer {
  const headings = new Map(hearing.sections.map(({ key, heading }) => [key, heading]))
  const ids = [...hearing.asked.map(({ id }) => id), ...hearing.groups.unasked]
  const rows = ids.flatMap(id => {
    const answer = hearing.answers.find(({ organisationId }) => organisationId === id)
    const name = hearing.organisations.get(id)?.name ?? ''
    const asked = hearing.asked.some(one => one.id === id) ? 'Ja' : 'Nej'
    if (!answer) return [[name, asked, 'Intet svar', '', '', '', '', '', '']]
    const said = [answer.by.name, answer.as?.name ?? '', shortMoment(answer.at)]
    const stance = stanceNames[answer.stance]
    if (answer.remarks.length === 0) return [[name, asked, stance, '', '', ...said, '']]
    return answer.remarks.map(({ sectionKey, text }) => [
      name,
      asked,
      stance,
      sectionKey === null ? 'Teksten som helhed' : (headings.get(sectionKey) ?? sectionKey),
      text,
      ...said,
      replyTo(hearing, sectionKey)?.text ?? '',
    ])
  })
  return csvOf(head, rows)
}
