import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * `browser` is undefined for a server that was named, not started. On connect it asks `filesPort` for style and
     * guide, as the one of docker-compose.yml asks its file service.
     */
    neo4j:
      | { uri: string; browser: string | undefined; filesPort: number; username: string; password: string }
      | { missing: string }
  }
}
