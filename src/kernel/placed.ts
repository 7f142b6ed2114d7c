/** Where one of several stands among the others: the least first, with room between them for what comes later. */
export interface Placed {
  readonly order: number
}

export const inOrder = <One extends Placed>(all: readonly One[]): One[] =>
  all.toSorted((one, other) => one.order - other.order)
