export const fateNames = { MOVED: 'Flyttet', KEPT: 'Beholdt', CLOSED: 'Lukket' } as const
