export const strategiesPath = '/strategier'
export const strategyPath = (slug: string): string => `${strategiesPath}/${slug}`
export const strategyDraftPath = (slug: string): string => `${strategyPath(slug)}/udkast`
export const strategyVersionPath = (slug: string, version: number): string =>
  `${strategyPath(slug)}/versioner/${version}`
/** Er vi på vej? */
export const strategyProgressPath = (slug: string): string => `${strategyPath(slug)}/fremdrift`
export const appraisalPath = (slug: string, target: string): string =>
  `${strategyProgressPath(slug)}/${target}/vurdering`

const kinds = { section: 'afsnit', star: 'pejlemaerke', goal: 'maal', target: 'delmaal' } as const

/** Where a part of a draft is added. @param under the key of what it is to stand under */
export const newPartPath = (slug: string, kind: keyof typeof kinds, under?: string): string =>
  `${strategyDraftPath(slug)}/nyt/${kinds[kind]}${under ? `?under=${under}` : ''}`
export const editPartPath = (slug: string, key: string): string =>
  `${strategyDraftPath(slug)}/${key.startsWith('d') ? 'delmaal' : 'dele'}/${key}`
export const removePartPath = (slug: string, key: string): string => `${strategyDraftPath(slug)}/dele/${key}/fjern`
export const movePartPath = (slug: string, key: string): string => `${strategyDraftPath(slug)}/dele/${key}/flyt`
