// npm run build:favourites: writes cypher/browser/favourites.zip, which people drop on Neo4j Browser.
import { writeFile } from 'node:fs/promises'
import { favouritesZip } from './favourites.ts'
import { listQueries } from './index.ts'

await writeFile(
  new URL('../../cypher/browser/favourites.zip', import.meta.url),
  favouritesZip(await listQueries()),
)
