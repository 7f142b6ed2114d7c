import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { emptyForm, id, text, version } from '../../../../http/forms/fields.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { meetingsPath } from '../../../meetings/meetings/paths.ts'
import { blockPath, textBlocksPath } from '../paths.ts'
import { addBlock, editBlock, readBlocks, removeBlock } from './keep-blocks.ts'

const fields = {
  title: text(120, 'Feltet »Titel« skal udfyldes.'),
  text: text(5000, 'Feltet »Tekst« skal udfyldes.'),
}
const blockAddress = z.object({ block: id })
const blocksQuery = z.object({ q: z.string().max(200).optional() })

/** Where the secretariats keep the words that minutes need again and again. */
export function blockRoutes(route: Routes): void {
  const common = { right: 'manageOwnSide' } as const

  route.get(textBlocksPath, { ...common, query: blocksQuery, queries: 3 }, ({ actor, query }) =>
    page('minutes/blocks', blocksPage(actor, query.q ?? '')),
  )

  route.post(
    textBlocksPath,
    {
      ...common,
      form: z.object(fields),
      onInvalid: ({ actor }, form) => page('minutes/blocks', blocksPage(actor, '', form)),
    },
    async ({ actor, form }) => {
      await addBlock(actor, form)
      return redirect(textBlocksPath, 'Tekstblokken er gemt.')
    },
  )

  route.get(`${textBlocksPath}/:block`, { ...common, params: blockAddress, queries: 3 }, ({ actor, params }) =>
    page('minutes/block', blockPage(actor, params.block)),
  )

  route.post(
    `${textBlocksPath}/:block`,
    {
      ...common,
      params: blockAddress,
      form: z.object({ version, ...fields }),
      onInvalid: ({ actor, params }, form) => page('minutes/block', blockPage(actor, params.block, form)),
    },
    async ({ actor, params, form }) => {
      await editBlock(actor, { id: params.block, ...form })
      return redirect(textBlocksPath, 'Tekstblokken er gemt.')
    },
  )

  route.post(
    `${textBlocksPath}/:block/fjern`,
    { ...common, params: blockAddress, form: emptyForm },
    async ({ actor, params }) => {
      const { title } = await removeBlock(actor, { id: params.block })
      return redirect(textBlocksPath, `Tekstblokken »${title}« er fjernet. Det, den er brugt til, er uændret.`)
    },
  )
}

const crumb = { text: 'Tekstblokke', href: textBlocksPath }

function blocksPage(actor: Actor, words: string, form: FormState = formOf()) {
  const all = readBlocks(actor.database)
  const sought = words.trim().toLocaleLowerCase('da')
  const rows = all.filter(({ title, text: said }) => `${title} ${said}`.toLocaleLowerCase('da').includes(sought))
  return {
    title: 'Tekstblokke',
    active: 'moeder',
    crumbs: [{ text: 'Møder', href: meetingsPath }, { text: 'Tekstblokke' }],
    path: textBlocksPath,
    form,
    sought: words.trim(),
    any: all.length > 0,
    fields: [{ name: 'q', label: 'Søg i tekstblokke', kind: 'search' as const, value: words }],
    rows: rows.map(one => ({ title: one.title, text: one.text, href: blockPath(one.id) })),
  }
}

function blockPage(actor: Actor, blockId: number, form?: FormState) {
  const block = readBlocks(actor.database).find(one => one.id === blockId)
  if (!block) throw notFound('Tekstblokken findes ikke.')
  const { title, text: said, version: made } = block
  return {
    title: `Tekstblok: ${title}`,
    active: 'moeder',
    crumbs: [{ text: 'Møder', href: meetingsPath }, crumb, { text: title }],
    path: blockPath(blockId),
    form: form ? { ...form, version: form.version ?? made } : formOf({ title, text: said }, made),
  }
}
