import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { favourite, favouritesZip } from '../../src/queries/favourites.ts'
import { parseQuery } from '../../src/queries/header.ts'
import { listQueries } from '../../src/queries/index.ts'

const QUERY = parseQuery(
  'cypher/queries/sample.cypher',
  `// A title
// What it answers.
// Shows: table
// $a text, e.g. 'O\\'Brien': who
// $limit count = 20: at most so many rows
// :param {a: 'O\\'Brien', limit: 20}

// $a in a comment stays
MATCH (e:Entity)
WHERE e.name = $a OR e.name = '$a' OR e.name = "$limit"
RETURN e
LIMIT $limit
`,
)

it('a favourite has its examples in the place of parameters, but not in comments and quoted text', () => {
  expect(favourite(QUERY)).toBe(`// A title
// What it answers.
// a: who
// limit: at most so many rows
// With parameters: araxes query sample
// $a in a comment stays
MATCH (e:Entity)
WHERE e.name = 'O\\'Brien' OR e.name = '$a' OR e.name = "$limit"
RETURN e
LIMIT 20
`)
})

it('the zip holds every query in one folder, and is the same each time', async () => {
  const queries = await listQueries()
  const zip = favouritesZip(queries)
  expect(favouritesZip(queries)).toEqual(zip)
  const files = unzipSync(zip)
  expect(Object.keys(files)).toEqual(queries.map((query) => `Araxes/${query.name}.cypher`))
  for (const query of queries)
    expect(strFromU8(files[`Araxes/${query.name}.cypher`]!)).toMatch(`// ${query.title}\n`)
})
