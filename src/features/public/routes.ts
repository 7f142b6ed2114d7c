import type { Routes } from '../../http/route.ts'

export function publicRoutes(_route: Routes): void {}
