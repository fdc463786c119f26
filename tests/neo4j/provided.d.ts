import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** `browser` is undefined for a server that was named, not started. */
    neo4j:
      | { uri: string; browser: string | undefined; username: string; password: string }
      | { missing: string }
  }
}
