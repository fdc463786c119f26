/** What a name most likely is; `place` belongs into a country's `places`. */
export const GUESSES = ['leader', 'organization', 'weapon', 'place', 'unknown'] as const
export type Guess = (typeof GUESSES)[number]
