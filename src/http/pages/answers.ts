import type { Following } from '../live/hub.ts'

/** What a handler answers with. The wrapper in route.ts sends it; a handler never touches the response. */
export type Answer = PageAnswer | HtmlAnswer | RedirectAnswer | JsonAnswer | FileAnswer | LineAnswer

export interface Crumb {
  text: string
  href?: string
}

export interface PageFacts {
  title: string
  /** The key of the main navigation's entry where one is. */
  active?: string
  crumbs?: Crumb[]
  /** Where the events of what the page is about are listed. */
  eventsHref?: string | null
}

export interface PageAnswer {
  kind: 'page'
  view: string
  model: PageFacts & Record<string, unknown>
  status: number
  /** It tells of what a form has done, where that is shown once only: no address leads to it. */
  done: boolean
}

export interface HtmlAnswer {
  kind: 'html'
  view: string
  model: Record<string, unknown>
  status: number
}

export interface RedirectAnswer {
  kind: 'redirect'
  path: string
  message: string | undefined
}

export interface JsonAnswer {
  kind: 'json'
  value: unknown
  status: number
}

export interface FileAnswer {
  kind: 'file'
  content: Buffer | string
  name: string
  mediaType: string
  inline: boolean
}

/** A line of events that stays open: what happens is told as it does (src/http/live). */
export interface LineAnswer {
  kind: 'line'
  following: Following
}

export const line = (following: Following): LineAnswer => ({ kind: 'line', following })

export const page = (
  view: string,
  model: PageFacts & Record<string, unknown>,
  options: { status?: number; done?: boolean } = {},
): PageAnswer => ({ kind: 'page', view, model, status: options.status ?? 200, done: options.done ?? false })

/** A fragment, without the page's frame: for live checks and previews. */
export const html = (view: string, model: Record<string, unknown>, status = 200): HtmlAnswer => ({
  kind: 'html',
  view,
  model,
  status,
})

/** After an act: on to a page, with a confirmation there. */
export const redirect = (path: string, message?: string): RedirectAnswer => ({ kind: 'redirect', path, message })

export const json = (value: unknown, status = 200): JsonAnswer => ({ kind: 'json', value, status })

/** A file by its path on disk, or its bytes. */
export const file = (
  content: Buffer | string,
  facts: { name: string; mediaType: string; inline?: boolean },
): FileAnswer => ({
  kind: 'file',
  content,
  name: facts.name,
  mediaType: facts.mediaType,
  inline: facts.inline ?? false,
})
