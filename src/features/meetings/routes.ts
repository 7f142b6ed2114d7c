import type { Routes } from '../../http/route.ts'

export function meetingRoutes(_route: Routes): void {}
