import type { Actor } from '../../../../access/actor.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { jointMeetings } from '../../../decisions/adoption/index.ts'
import { estimateCrumbs } from '../estimates/estimate-lines.ts'
import { foundVersion } from '../estimates/show-page.ts'
import { citeVersionPath, versionOnAgendaPath, versionPath } from '../paths.ts'
import { active } from '../tabs.ts'
import { citableDecisions } from './read-citations.ts'

/** @throws Refusal when another version counts by now, or none */
export function onAgendaPage(actor: Actor, number: string, version: number, form?: FormState) {
  const row = foundVersion(actor, number, version)
  if (!form && row.withdrawn !== null) throw brokenRule('Behovsvurderingen er trukket tilbage. Offentliggør en ny.')
  if (!form && row.newest !== version)
    throw brokenRule(`Versionen er afløst af version ${row.newest}. Sæt den på dagsordenen i stedet.`)
  const meetings = jointMeetings(actor)
  return formPage({
    title: 'Sæt behovsvurderingen på en dagsorden',
    active,
    crumbs: estimateCrumbs(row, { text: 'Sæt på en dagsorden' }),
    heading: `Sæt »${row.content.title}«, version ${version}, på en dagsorden`,
    lead: [
      'Vurderingen bliver et punkt på dagsordenen med metode, kilde og tal for hele byen. Sekretariaterne kan skrive videre på punktet. En beslutning under punktet henviser automatisk til netop denne version.',
      meetings.length === 0 ? 'Der er ingen kommende møder med åben dagsorden. Opret et møde først.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    action: versionOnAgendaPath(number, version),
    submit: 'Sæt på dagsordenen',
    back: versionPath(number, version),
    fields: [
      {
        ...{ kind: 'select', name: 'meetingId', label: 'Møde i fælles boligstrategisk gruppe', required: true },
        hint: 'Her vises de møder, hvor dagsordenen stadig kan ændres.',
        options: meetings,
      },
      {
        ...{ kind: 'select', name: 'kind', label: 'Punktets type', required: true },
        options: [
          { value: 'DISCUSSION', text: 'Drøftelse' },
          { value: 'DECISION', text: 'Beslutning' },
        ],
      },
    ],
    form: form ?? formOf({ meetingId: meetings[0]?.value ?? '', kind: 'DISCUSSION' }),
  })
}

export function citePage(actor: Actor, number: string, version: number, form?: FormState) {
  const row = foundVersion(actor, number, version)
  const decisions = citableDecisions(actor)
  return formPage({
    title: 'Henvis fra en beslutning',
    active,
    crumbs: estimateCrumbs(row, { text: 'Henvis fra en beslutning' }),
    heading: `Henvis til »${row.content.title}«, version ${version}`,
    lead: [
      'Beslutningens side viser derefter, at den bygger på netop denne version, også når en nyere er offentliggjort. Beslutningens ordlyd ændres ikke. Det kan ikke fortrydes.',
      decisions.length === 0 ? 'Der er endnu ingen beslutninger at henvise fra.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    action: citeVersionPath(number, version),
    submit: 'Henvis fra beslutningen',
    back: versionPath(number, version),
    fields: [
      {
        ...{ kind: 'select', name: 'decisionId', label: 'Beslutning', required: true },
        hint: 'De nyeste 100 beslutninger, som du har adgang til.',
        options: decisions.map(({ id, number: own, title }) => ({ value: String(id), text: `${own} ${title}` })),
      },
    ],
    form: form ?? formOf(),
  })
}
