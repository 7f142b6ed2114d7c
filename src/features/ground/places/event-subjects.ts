import { always, parties, type Subject } from '../../../access/event-subjects.ts'
import { groundGroup } from '../cooperation/index.ts'

const everyone = { everyone: parties }
const shown = () => always(true)

/** Districts, housing areas and estates. */
export const placeSubjects = {
  housingArea: {
    slug: 'boligomraade',
    label: 'Boligområde:',
    from: 'HousingArea x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/boligomraader/' || x.slug`,
    group: groundGroup,
    readers: everyone,
    shown,
    fields: { name: 'Navn', district: 'Bydel', from: 'Fra', to: 'Sidste dag', reason: 'Begrundelse' },
  },
  district: {
    slug: 'bydel',
    label: 'Bydel:',
    from: 'District x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/bydele/' || x.slug`,
    group: groundGroup,
    readers: everyone,
    shown,
    fields: { name: 'Navn', definition: 'Inddeling', source: 'Kilde', from: 'Fra', to: 'Sidste dag' },
  },
  estate: {
    slug: 'afdeling',
    label: 'Afdeling:',
    from: 'Estate x WHERE x.id = e.subjectId',
    name: () => `x.number || ' ' || x.name`,
    href: () => `'/afdelinger/' || x.slug`,
    group: groundGroup,
    readers: everyone,
    shown,
    fields: {
      number: 'Afdelingsnr.',
      name: 'Navn',
      built: 'Byggeår',
      from: 'Fra',
      to: 'Sidste dag',
      owner: 'Ejer',
      district: 'Bydel',
      homes: 'Boliger',
      note: 'Kilde eller begrundelse',
    },
  },
  outlineFile: {
    slug: 'omrids',
    label: 'Omrids:',
    from: 'OutlineFile x WHERE x.id = e.subjectId',
    name: () => 'x.name',
    href: () => `'/boligomraader/kort'`,
    group: groundGroup,
    readers: everyone,
  },
} satisfies Record<string, Subject>
