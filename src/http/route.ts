export type Routes = Record<string, never>
