import type { Routes } from '../../http/route.ts'

export function mandateRoutes(_route: Routes): void {}
