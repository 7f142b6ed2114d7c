import { mergeParagraphs, placesIn, textOfParts } from './merge-paragraphs.js'

/**
 * One's own fields and another's upon what both began with. What one has not touched is the other's. A long text stands
 * for itself and is put together paragraph by paragraph, and the short fields beside it (a result and its remark) belong
 * together. `disputed` names what a person must choose in; `merged` the texts that came to hold both.
 */
export function mergeFields(base, mine, theirs, longTexts) {
  const short = Object.keys(mine).filter(name => !longTexts.includes(name))
  const groups = [...longTexts.filter(name => name in mine).map(name => [name]), short].filter(
    group => group.length > 0,
  )
  const fields = {}
  const disputed = []
  const taken = []
  const merged = []
  for (const group of groups) {
    const iChanged = group.some(name => differs(mine[name], base[name]))
    const theyChanged = group.some(name => differs(theirs[name], base[name]))
    const unlike = group.filter(name => differs(mine[name], theirs[name]))
    for (const name of group) fields[name] = iChanged || !theyChanged ? mine[name] : (theirs[name] ?? '')
    if (!theyChanged || unlike.length === 0) continue
    if (!iChanged) taken.push(...unlike)
    else {
      const text = longTexts.includes(group[0]) ? togetherOf(base, mine, theirs, group[0]) : null
      if (text === null) disputed.push(...unlike)
      else {
        fields[group[0]] = text
        merged.push(group[0])
      }
    }
  }
  return { fields, disputed, taken, merged }
}

/** The same where it may be unknown what both began with (null): then each difference is to be chosen in. */
export const mergeUpon = (base, mine, theirs, longTexts) =>
  base ? mergeFields(base, mine, theirs, longTexts) : { fields: mine, disputed: unlikeFields(mine, theirs), merged: [] }

function togetherOf(base, mine, theirs, name) {
  const parts = mergeParagraphs(base[name], mine[name], theirs[name])
  return placesIn(parts).length === 0 ? textOfParts(parts) : null
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
