import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { write } from '../../../database/write.ts'
import { brokenRule, refuseAll } from '../../../kernel/refusal.ts'
import { parameterFaults, parameterTexts, type RuleParameters } from '../../ground/bodies/index.ts'
import { beginTextIn, editText } from '../adoption/index.ts'
import { firstSections, procedureTitle } from './first-draft.ts'
import { jointBody, type ProcedureContent } from './procedure-content.ts'
import { procedureKind } from './procedure-kind.ts'
import { mostSections, withoutSection, withSection, withSectionEdited, withSectionMoved } from './procedure-rules.ts'

/**
 * R62: both secretariats write the joint group's rules of procedure. The first draft begins with what a group of this kind
 * usually sets down; there is one text, and every later draft is the next version of it.
 */
export const beginProcedure = (actor: Actor, parameters: RuleParameters): Promise<{ slug: string }> =>
  write(actor, async tx => {
    requireRight(actor, 'prepareTexts')
    refuseAll(parameterFaults(jointBody, parameters))
    if (await tx.sharedText.findFirst({ where: { kind: procedureKind.key } }))
      throw brokenRule('Der er allerede et udkast til forretningsordenen. Ret det i stedet.')
    const content = { title: procedureTitle, sections: [...firstSections], parameters }
    const { slug, events } = await beginTextIn(tx, actor, procedureKind, content)
    return { result: { slug }, events }
  })

interface Of {
  slug: string
  /** The number of the draft that the form was made from. */
  version: number
}

export const editParameters = (actor: Actor, { slug, version, parameters }: Of & { parameters: RuleParameters }) =>
  editText(actor, procedureKind, {
    slug,
    version,
    change: content => {
      refuseAll(parameterFaults(jointBody, parameters))
      return { ...content, parameters }
    },
    shown: content => parameterTexts(content.parameters),
    note: () => 'Frister og regler for møderne er rettet.',
  })

interface SectionText {
  heading: string
  text: string
}

const named = ({ sections }: ProcedureContent, key: string): string =>
  `Afsnittet »${sections.find(one => one.key === key)?.heading ?? ''}«`

export const addSection = (actor: Actor, { slug, version, heading, text }: Of & SectionText) =>
  editText(actor, procedureKind, {
    slug,
    version,
    keysIn: ({ sections }) => sections.map(({ key }) => key),
    change: (content, keys) => {
      if (content.sections.length >= mostSections)
        throw brokenRule(`En forretningsorden har højst ${mostSections} afsnit. Saml nogle af dem.`)
      return withSection(content, { heading, text }, keys)
    },
    // Whoever adds a section takes nothing from what somebody else has written meanwhile.
    shown: () => ({}),
    note: () => `Afsnittet »${heading}« er tilføjet.`,
  })

export const editSection = (actor: Actor, { slug, version, key, heading, text }: Of & SectionText & { key: string }) =>
  editText(actor, procedureKind, {
    slug,
    version,
    change: content => withSectionEdited(content, key, { heading, text }),
    shown: content => {
      const section = content.sections.find(one => one.key === key)
      return { heading: section?.heading ?? '', text: section?.text ?? '' }
    },
    note: content => `${named(content, key)} er rettet.`,
  })

export const removeSection = (actor: Actor, { slug, version, key }: Of & { key: string }) =>
  editText(actor, procedureKind, {
    slug,
    version,
    change: content => withoutSection(content, key),
    shown: content => ({ text: content.sections.find(one => one.key === key)?.text ?? '' }),
    note: content => `${named(content, key)} er fjernet.`,
  })

export const moveSection = (
  actor: Actor,
  { slug, version, key, direction }: Of & { key: string; direction: 'UP' | 'DOWN' },
) =>
  editText(actor, procedureKind, {
    slug,
    version,
    change: content => withSectionMoved(content, key, direction),
    shown: content => ({ order: content.sections.map(section => section.key).join(' ') }),
    note: content => `${named(content, key)} er flyttet ${direction === 'UP' ? 'op' : 'ned'}.`,
  })
