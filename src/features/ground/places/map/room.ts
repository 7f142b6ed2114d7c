/** A round mark on the drawing, in its units. */
export interface Mark {
  x: number
  y: number
  size: number
}

const gap = 4

/**
 * Marks that would cover one another, moved apart along the line between them until each is seen; those with room of
 * their own stay. The same marks give the same drawing.
 */
export function apart<One extends Mark>(marks: readonly One[]): One[] {
  const placed = marks.map(mark => ({ ...mark }))
  for (let round = 0; round < 60; round += 1) {
    let moved = false
    for (const [at, one] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y]
        const distance = Math.hypot(dx, dy)
        const lacks = one.size + other.size + gap - distance
        if (lacks <= 0.1) continue
        // Two at one point part to the east and west.
        const [east, south] = distance === 0 ? [1, 0] : [dx / distance, dy / distance]
        one.x -= (east * lacks) / 2
        one.y -= (south * lacks) / 2
        other.x += (east * lacks) / 2
        other.y += (south * lacks) / 2
        moved = true
      }
    }
    if (!moved) break
  }
  return placed.map(mark => ({ ...mark, x: tenth(mark.x), y: tenth(mark.y) }))
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** A name of letters some 6 units wide and 12 high, around its middle. */
interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const boxOf = (text: string, x: number, y: number): Box => {
  const half = text.length * 3.2
  return { left: x - half, right: x + half, top: y - 10, bottom: y + 3 }
}

const places = [4, 26, 34, -18, 42, -28, 50, -38, 60]

/** Each name at its middle, or as near above or below as neither a mark nor another name is in its way. */
export function named<One extends { name: string; x: number; y: number }>(
  names: readonly One[],
  marks: readonly Mark[],
): One[] {
  const taken: Box[] = marks.map(({ x, y, size }) => ({
    ...{ left: x - size - 1, right: x + size + 1, top: y - size - 1, bottom: y + size + 1 },
  }))
  return names.map(one => {
    const isFree = (down: number) => {
      const box = boxOf(one.name, one.x, one.y + down)
      return !taken.some(other => meets(box, other))
    }
    const y = one.y + (places.find(isFree) ?? 26)
    taken.push(boxOf(one.name, one.x, y))
    return { ...one, y: tenth(y) }
  })
}

const meets = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
