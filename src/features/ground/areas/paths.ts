export const areasPath = '/boligomraader'
