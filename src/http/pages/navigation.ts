import type { Actor } from '../../access/actor.ts'
import { mayDo, type Right } from '../../access/policy.ts'
import { inOrder, type Placed } from '../../kernel/placed.ts'

/** What the main menu gathers, so that it keeps to one line however many features there are. */
const headings = { strategy: 'Strategier', places: 'Områder', cooperation: 'Samarbejdet' } as const

/** A line of a menu. */
export interface NavigationEntry extends Placed {
  /** The main menu; in the page's foot the daily work, the parties, and what is said of the portal itself. */
  readonly menu: 'main' | 'work' | 'parties' | 'portal'
  readonly href: string
  readonly text: string
  /** In the main menu: what a page says as `active` to be found under this. */
  readonly key?: string
  /** In the main menu: the heading that it opens under; left out: it stands on the line itself. */
  readonly under?: keyof typeof headings
  /** Who sees it; left out: whoever is signed in. */
  readonly right?: Right
  /** For those who build the portal: not where people use it. */
  readonly development?: true
}

/** A menu's entry as it is printed. */
export interface MenuEntry {
  href: string
  text: string
  /** As `aria-current` says it: this very page, or the part of the portal in which it stands; null: elsewhere. */
  current: 'page' | 'true' | null
}

/** A heading of the main menu, with what it opens to. */
export interface MenuGroup {
  text: string
  entries: MenuEntry[]
  /** The page stands under one of them. */
  current: boolean
}

/** All menus of the frame; what a person may not open is in none of them. */
export type Menus = Record<Exclude<NavigationEntry['menu'], 'main'>, MenuEntry[]> & {
  main: (MenuEntry | MenuGroup)[]
}

const menus = ['main', 'work', 'parties', 'portal'] as const

/** What of the entries each person is shown, on a page at that address with that main entry. */
export type Navigation = (actor: Actor, at: { path: string; active: string | undefined }) => Menus

export function navigationOf(all: readonly NavigationEntry[], { development }: { development: boolean }): Navigation {
  const listed = inOrder(all).filter(entry => development || !entry.development)
  const entries = menus.map(menu => [menu, listed.filter(entry => entry.menu === menu)] as const)
  return (actor, { path, active }) => {
    const shown = entries.map(([menu, those]) => [
      menu,
      gathered(
        those
          .filter(({ right }) => mayDo(actor, right ?? 'signedIn'))
          .map(({ href, text, key, under }) => ({
            entry: { href, text, current: currentOf(key, active, href === path) },
            under,
          })),
      ),
    ])
    return Object.fromEntries(shown)
  }
}

/** A heading stands where the first of its entries does. */
function gathered(lines: { entry: MenuEntry; under: NavigationEntry['under'] }[]): (MenuEntry | MenuGroup)[] {
  const menu: (MenuEntry | MenuGroup)[] = []
  const groups = new Map<string, MenuGroup>()
  for (const { entry, under } of lines) {
    if (!under) {
      menu.push(entry)
      continue
    }
    const group = groups.get(under) ?? { text: headings[under], entries: [], current: false }
    if (!groups.has(under)) menu.push(group)
    groups.set(under, group)
    group.entries.push(entry)
    group.current ||= entry.current !== null
  }
  return menu
}

const currentOf = (key: string | undefined, active: string | undefined, isHere: boolean): MenuEntry['current'] =>
  key === undefined || key !== active ? null : isHere ? 'page' : 'true'
