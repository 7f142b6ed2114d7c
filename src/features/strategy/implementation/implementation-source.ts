import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { keptReader } from '../../../database/kept-rows.ts'
import type { AnswerSource, AskedRow, AskedThing } from '../../../http/answer-source.ts'
import { isPast } from '../../../kernel/last-day.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { answeredText, deadlineText } from '../../ground/answers/index.ts'
import { strategyVersionPath } from '../strategies/paths.ts'
import { halfKey, halfText } from './half-year.ts'
import { implementationStates } from './implementation-rules.ts'
import { judgeImplementation, rowName } from './judge-implementation.ts'
import { stateNames } from './labels.ts'
import { halfOf, lastOf, loadOpen, missingIn, type OpenSubject } from './load-open.ts'
import { roundPath } from './paths.ts'
import type { Question } from './questions.ts'

/** How far an organisation is with the strategies, goal by goal, on the page of all that it owes an answer to. */
export const implementationSource: AnswerSource = {
  order: 10,
  prefix: 'g',
  async asked(actor, organisation) {
    const seen = viewOf(actor).decisions('d')
    const open = await loadOpen(keptReader(actor.database), organisation, actor.today, seen)
    return open.map(subject => thingModel(actor, subject, open.length > 1))
  },
  judge: judgeImplementation,
}

/** @param several of more than one strategy the labels name which it is */
function thingModel(actor: Actor, subject: OpenSubject, several: boolean): AskedThing {
  const { subjectId, slug, title, version, half, deadline, questions, rows } = subject
  const missing = missingIn(subject)
  const late = isPast(deadline, actor.today)
  return {
    anchor: `gennemfoerelse-${subjectId}`,
    heading: `${title}: ${halfText(half)}`,
    why: 'Gennemførelse af en fælles strategi',
    tag:
      missing === 0
        ? { text: 'Besvaret', kind: 'success' }
        : late
          ? { text: 'Fristen er overskredet', kind: 'danger' }
          : { text: rows.length === 0 ? 'Ikke begyndt' : 'Delvist besvaret', kind: 'warning' },
    deadline: deadlineText({ deadline, today: actor.today, missing }, 'Svarene kan stadig gives.'),
    readers: 'Svarene kan læses af alle parter, når de er gemt.',
    links: [
      { href: strategyVersionPath(slug, version), text: `Læs teksten, version ${version}` },
      { href: roundPath(halfKey(half)), text: `Alle svar for ${halfText(half)}` },
    ],
    missing,
    rows: questions.map(question => rowModel(subject, question, several)),
  }
}

function rowModel({ subjectId, title, rows, before }: OpenSubject, question: Question, several: boolean): AskedRow {
  const { key, short } = question
  const named = several ? `${question.named} i »${title}«` : question.named
  const standing = lastOf(rows, key)
  const offered = standing ? null : (before.get(key) ?? null)
  const shown = standing ?? offered
  const then = offered ? halfOf(offered) : ''
  return {
    name: rowName(subjectId, key),
    heading: `${short}: ${question.title}`,
    brief: null,
    textHtml: renderMarkdown(question.text),
    aside: null,
    question: `Hvor langt er I med ${named}?`,
    options: implementationStates.map(value => ({
      value,
      text: offered?.state === value ? `${stateNames[value]} (svaret sidst)` : stateNames[value],
    })),
    reason: {
      label: `Begrundelse eller bemærkning, ${named}`,
      hint: 'Skal udfyldes, når svaret er »Fravalgt«.',
    },
    evidence: { label: `Dokumentation, ${named}`, hint: 'En kort tekst eller et link.' },
    offered: offered
      ? `For ${then} svarede I: ${stateNames[offered.state]}. Teksterne er hentet fra dengang. Vælg et svar for at bekræfte dem, eller ret dem.`
      : null,
    changed: offered ? changedText(offered.question, question, then) : null,
    confirm: offered
      ? {
          answer: offered.id,
          when: then,
          state: stateNames[offered.state],
          words: [offered.reason, offered.evidence].filter(Boolean),
        }
      : null,
    standing: standing ? { state: stateNames[standing.state], by: `${answeredText(standing)}.` } : null,
    seen: standing?.id ?? '',
    values: { state: standing?.state ?? '', reason: shown?.reason ?? '', evidence: shown?.evidence ?? '' },
  }
}

const changedText = (old: Question | null, now: Question, then: string): string | null =>
  old && (old.title !== now.title || old.text !== now.text)
    ? `Målet er ændret, siden I svarede for ${then}. Dengang lød det: ${old.title}`
    : null
