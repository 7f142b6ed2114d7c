import { ReadingEnded } from './reader.ts'

/** What a person is told when a reading came to nothing: why, and what to do. */
export function readingEndedText(fault: unknown, what: string): string | null {
  if (!(fault instanceof ReadingEnded)) return null
  switch (fault.why) {
    case 'time':
      return `${what} kunne ikke læses på 2 sekunder, så læsningen er standset. Gem dokumentet på ny i Word, eller del det i flere, og prøv igen.`
    case 'memory':
      return `${what} kræver mere end de 128 MB hukommelse, der er sat af til en fil, så læsningen er standset. Gem dokumentet på ny i Word uden billeder, eller del det i flere, og prøv igen.`
    case 'broken':
      return `${what} kan ikke læses. Åbn dokumentet i Word for at se, om det er helt, gem det igen, og prøv med den nye fil.`
    case 'busy':
      return 'Portalen er i gang med at læse andre filer. Vent lidt, og prøv igen.'
  }
}
