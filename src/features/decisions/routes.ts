import type { Routes } from '../../http/route.ts'

export function decisionRoutes(_route: Routes): void {}
