import type { Routes } from '../../http/route.ts'

export function partyRoutes(_route: Routes): void {}
