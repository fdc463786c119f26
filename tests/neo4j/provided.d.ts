import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: { uri: string; username: string; password: string } | { missing: string }
  }
}
