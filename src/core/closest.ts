/** How many letters must be changed, added, dropped or swapped with their neighbour to get from `a` to `b`. */
function distance(a: string, b: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(change, previous[j]! + 1, row[j - 1]! + 1)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    ;[before, previous] = [previous, row]
  }
  return previous[b.length]!
}

/** The candidate a person most likely meant by `word`: near in letters, or the only one that holds it. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  const ranked = candidates
    .map((candidate) => ({ candidate, off: distance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, off }) => off <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.off - b.off)
  if (ranked[0]) return ranked[0].candidate
  const holding =
    typed === '' ? [] : candidates.filter((candidate) => candidate.toLowerCase().includes(typed))
  return holding.length === 1 ? holding[0] : undefined
}
