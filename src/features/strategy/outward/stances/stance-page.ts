import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { dayInRow, longDay } from '../../../../kernel/days.ts'
import { isOpen } from '../../../ground/hearing/index.ts'
import { findInFull, outwardCrumbs, readableDraft } from '../find-outward.ts'
import { positionNames } from '../labels.ts'
import { outwardKinds } from '../letter/letter-content.ts'
import { sectionsModel } from '../pages/sections-model.ts'
import { outwardPath, stancePath } from '../paths.ts'
import { readStances } from './stance-queries.ts'

/** Where an organisation's people say where it stands, beside the draft that they are asked about. */
export async function stancePage(
  actor: Actor,
  slug: string,
  organisation: { id: number; slug: string; name: string },
  form?: FormState,
) {
  const found = await findInFull(actor, slug)
  const { row, kept } = found
  const given = await readStances(rowReader(actor.database), row.id)
  const last = given.findLast(({ organisationId }) => organisationId === organisation.id)
  const hearing = kept.hearings.at(-1)
  const until = dayInRow(hearing?.until) ?? null
  const open = until !== null && isOpen({ until }, actor.today) && row.state === 'PREPARED'
  const draft = await readableDraft(actor, found)
  return {
    title: `Holdning fra ${organisation.name}`,
    active: 'udtalelser',
    crumbs: outwardCrumbs(row, { text: organisation.name }),
    heading: `Hvad siger ${organisation.name}?`,
    about: `${outwardKinds[row.kind]} til ${row.addressee}: ${row.title}`,
    closed: open
      ? null
      : until === null
        ? 'Organisationerne er ikke spurgt endnu.'
        : `Der kan ikke længere svares. Organisationernes frist var den ${longDay(until)}.`,
    until: until ? longDay(until) : '',
    sections: draft ? sectionsModel(draft.content) : [],
    action: stancePath(row.slug, organisation.slug),
    back: outwardPath(row.slug),
    options: (['NO_REMARKS', 'REMARKS', 'OWN_STATEMENT'] as const).map(value => ({
      value,
      text: positionNames[value],
    })),
    form: form ?? formOf({ position: last?.position ?? '', text: last?.text ?? '' }, last?.id ?? 0),
  }
}
