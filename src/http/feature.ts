import type { Routes } from './route.ts'

/**
 * What the house must know of a feature, so that nobody has to name the feature elsewhere: its folder, its routes, and
 * what it brings to the pages that read across. A feature that brings nothing of a kind leaves that kind out.
 */
export interface Feature {
  /** The name of its folder in its wing. */
  readonly name: string
  /** Declares its routes. Those who read across are handed all features, themselves among them. */
  routes?(route: Routes, features: readonly Feature[]): void
}
