import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { RELATIONS } from '../../src/core/ontology.ts'
import { parseQuery } from '../../src/queries/header.ts'
import { listQueries } from '../../src/queries/index.ts'

const HEADER = `// Relations between two actors
// Every statement between them,
// newest first.
// Shows: table
// $a text, e.g. 'Côte d\\'Ivoire': the first actor
// $from date = null: the first day
// $share number = 0.5: at least
// $limit count = 200: at most so many rows
// :param {a: 'Côte d\\'Ivoire', from: null, share: 0.5, limit: 200}
`
const QUERY = `${HEADER}
MATCH (e) WHERE e.name = $a AND e.x > $from AND e.y > $share // $not a parameter
RETURN '$nor this', e LIMIT $limit
`

describe('the header of a query', () => {
  it('is read whole', () => {
    expect(parseQuery('cypher/queries/relations-between.cypher', QUERY)).toEqual({
      name: 'relations-between',
      title: 'Relations between two actors',
      description: 'Every statement between them, newest first.',
      shows: 'table',
      parameters: [
        { name: 'a', type: 'text', optional: false, example: "Côte d'Ivoire", meaning: 'the first actor' },
        { name: 'from', type: 'date', optional: true, example: null, meaning: 'the first day' },
        { name: 'share', type: 'number', optional: true, example: 0.5, meaning: 'at least' },
        { name: 'limit', type: 'count', optional: true, example: 200, meaning: 'at most so many rows' },
      ],
      cypher: QUERY,
    })
  })

  it('is read with Windows line ends', () => {
    expect(parseQuery('q.cypher', QUERY.replaceAll('\n', '\r\n')).parameters).toHaveLength(4)
  })

  it.each([
    ['without a title', QUERY.replace(/^(.*\n){3}/, ''), 1, 'a line for the title'],
    ['without what it shows', QUERY.replace('// Shows: table\n', ''), 9, 'lacks its line'],
    ['that shows something else', QUERY.replace('Shows: table', 'Shows: graph'), 4, 'write table or picture'],
    [
      'with a parameter out of shape',
      QUERY.replace('$a text, e.g.', '$a text for example'),
      5,
      'write $name type = default',
    ],
    [
      'with an unknown type',
      QUERY.replace('$limit count', '$limit counter'),
      8,
      'counter is no type; one of text, date',
    ],
    [
      'with a default of another type',
      QUERY.replace('count = 200', "count = 'many'"),
      8,
      "'many' is no count",
    ],
    ['with null as an example', QUERY.replace("e.g. 'Côte d\\'Ivoire'", 'e.g. null'), 5, 'needs an example'],
    [
      'without the line for Neo4j Browser',
      QUERY.replace(/\/\/ :param.*\n/, ''),
      9,
      'the next line must be "// :param {a:',
    ],
    [
      'with another line for Neo4j Browser',
      QUERY.replace('limit: 200', 'limit: 100'),
      9,
      'the next line must be',
    ],
    ['with a line too many', QUERY.replace('\n\nMATCH', '\n// by hand\nMATCH'), 10, 'the header ends here'],
    [
      'that declares what is not used',
      QUERY.replace(' LIMIT $limit', ''),
      10,
      'declares a, from, limit, share, the query uses a, from, share',
    ],
    [
      'that lacks what is used',
      QUERY.replace('RETURN', 'WITH $more AS m, e RETURN'),
      10,
      'uses a, from, limit, more, share',
    ],
  ])('%s is refused with its line', (_, text, line, message) => {
    expect(() => parseQuery('cypher/queries/q.cypher', text)).toThrow(
      expect.objectContaining({
        code: 'query/header',
        message: expect.stringContaining(`cypher/queries/q.cypher:${line}  `),
      }),
    )
    expect(() => parseQuery('cypher/queries/q.cypher', text)).toThrow(message)
  })
})

describe('the folder of queries', async () => {
  const queries = await listQueries()

  it('holds at least twenty, each with its own title, all in order', () => {
    expect(queries.length).toBeGreaterThanOrEqual(20)
    expect(new Set(queries.map((q) => q.title)).size).toBe(queries.length)
  })

  it.each(queries.map((q) => [q.name, q] as const))('%s keeps to what both stores know', (_, { cypher }) => {
    const body = cypher.replace(/\/\/.*$/gm, '')
    expect(body).not.toMatch(
      /\b(?:date\.truncate|duration|point)\s*[.(]|COLLECT\s*\{|SHORTEST\s+\d|IN TRANSACTIONS|;\s*\S/i,
    )
    expect(body).not.toMatch(/\([a-z]*:\w+\|/i)
    expect(body).not.toMatch(/\b(?:CREATE|MERGE|DELETE|SET|REMOVE)\b/)
    // What a query returns, and in which order, must not depend on the store.
    expect(body).toContain('ORDER BY')
  })

  it.each(queries.map((q) => [q.name, q] as const))(
    '%s gives no column the name of a variable',
    (_, { cypher }) => {
      const body = cypher.replace(/\/\/.*$/gm, '')
      const nodes = [...body.matchAll(/\((\w+)(?::|\)|\s*\{)/g)].map((m) => m[1]!)
      const columns = [...body.slice(body.lastIndexOf('RETURN')).matchAll(/ AS (\w+)/g)].map((m) => m[1]!)
      // Neo4j reads such a name in ORDER BY as the column, the embedded store as the variable.
      const clashes = columns.filter(
        (column) => nodes.includes(column) && new RegExp(`ORDER BY[^\\n]*\\b${column}\\.`).test(body),
      )
      expect(clashes).toEqual([])
    },
  )

  it('names every relation where it lists them', () => {
    const path = queries.find((q) => q.name === 'shortest-path')!
    const listed = /\[:([A-Z_|]+)\*/.exec(path.cypher)?.[1]?.split('|')
    expect(listed).toEqual(RELATIONS.map((r) => r.relation))
  })
})

describe('the description of the model', async () => {
  const readme = await readFile(new URL('../../cypher/README.md', import.meta.url), 'utf8')

  it('names every relation and every query', async () => {
    for (const { relation } of RELATIONS) expect(readme).toContain(`\`${relation}\``)
    for (const { name } of await listQueries()) expect(readme).toContain(`\`${name}\``)
  })
})
