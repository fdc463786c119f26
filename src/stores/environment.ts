/** The environment variables a store may read; `process.env` is one. Passed in, so that only `cli/` reads the real one. */
export type Environment = Readonly<Record<string, string | undefined>>
