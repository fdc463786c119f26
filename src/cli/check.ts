/** What `araxes doctor` found of one thing. `ok` is null where there was nothing to look at. */
export interface Check {
  readonly name: string
  readonly ok: boolean | null
  /** What is there, or what is wrong with it. */
  readonly says: string
  /** What to do about it, in the imperative; only where it is not ok. */
  readonly fix?: string
}

export const good = (name: string, says: string): Check => ({ name, ok: true, says })
export const bad = (name: string, says: string, fix: string): Check => ({ name, ok: false, says, fix })
export const unseen = (name: string, says: string): Check => ({ name, ok: null, says })
