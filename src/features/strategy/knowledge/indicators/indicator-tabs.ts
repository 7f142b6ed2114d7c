import { aboutPath, allYearsPath, indicatorPath } from '../paths.ts'

/** The pages of an indicator, beside each other. */
export const indicatorTabs = (slug: string, current: 'year' | 'years' | 'about') => ({
  label: 'Indikatorens sider',
  tabs: [
    { text: 'Ét år', href: indicatorPath(slug), current: current === 'year' },
    { text: 'Alle år', href: allYearsPath(slug), current: current === 'years' },
    { text: 'Definition og grænser', href: aboutPath(slug), current: current === 'about' },
  ],
})
