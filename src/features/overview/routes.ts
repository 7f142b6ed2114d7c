import type { Routes } from '../../http/route.ts'

export function overviewRoutes(_route: Routes): void {}
