/**
 * One's own fields and another's upon what both began with. What one has not touched is the other's; a long text stands
 * for itself, and the short fields beside it (a result and its remark) belong together.
 */
export function mergeFields(base, mine, theirs, longTexts) {
  const short = Object.keys(mine).filter(name => !longTexts.includes(name))
  const groups = [...longTexts.filter(name => name in mine).map(name => [name]), short].filter(
    group => group.length > 0,
  )
  const fields = {}
  const disputed = []
  const taken = []
  for (const group of groups) {
    const iChanged = group.some(name => differs(mine[name], base[name]))
    const theyChanged = group.some(name => differs(theirs[name], base[name]))
    const unlike = group.filter(name => differs(mine[name], theirs[name]))
    for (const name of group) fields[name] = iChanged || !theyChanged ? mine[name] : (theirs[name] ?? '')
    if (iChanged && theyChanged) disputed.push(...unlike)
    else if (theyChanged) taken.push(...unlike)
  }
  return { fields, disputed, taken }
}

/** Whether the fields say the same: the server trims them, and ends of lines and composed letters are no difference. */
export const sameFields = (one, other) => unlikeFields(one, other).length === 0

/** The names of those that do not. */
export const unlikeFields = (one, other) => Object.keys(one).filter(name => differs(one[name], other[name]))

const differs = (one, other) => plain(one) !== plain(other)

const plain = text =>
  String(text ?? '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trim()
