import type { Routes } from '../../http/route.ts'

export function caseRoutes(_route: Routes): void {}
