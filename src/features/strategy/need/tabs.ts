import { changesPath, estimatesPath, needPath, vacanciesPath } from './paths.ts'

/** The pages on need, beside each other. */
export const needTabs = (current: 'balance' | 'estimates' | 'changes' | 'vacancies') => ({
  label: 'Boligbehov',
  tabs: [
    { text: 'Behov og balance', href: needPath, current: current === 'balance' },
    { text: 'Behovsvurderinger', href: estimatesPath, current: current === 'estimates' },
    { text: 'Planlagt og nedrevet', href: changesPath, current: current === 'changes' },
    { text: 'Ledige boliger', href: vacanciesPath, current: current === 'vacancies' },
  ],
})

export const active = 'boligbehov'
