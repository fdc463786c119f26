import { describe, expect, it } from 'vitest'
import { stepsPerName } from '../../src/stores/steps-per-name.ts'

const EDGES = 'UNWIND $rows AS row MERGE (a)-[r:$(row.relation)]->(b) SET r.quad = row.quad'
const ENTITIES = 'UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e:$(row.labels)'

describe('a step whose rows name labels or types', () => {
  it('becomes one per name, with the rows of that name', () => {
    const [first, second, third] = [
      { relation: 'ACCUSES', quad: 3 },
      { relation: 'AIDS', quad: 2 },
      { relation: 'ACCUSES', quad: 3 },
    ]
    expect([...stepsPerName({ cypher: EDGES, parameters: { rows: [first!, second!, third!] } })]).toEqual([
      { cypher: EDGES.replace('$(row.relation)', 'ACCUSES'), parameters: { rows: [first, third] } },
      { cypher: EDGES.replace('$(row.relation)', 'AIDS'), parameters: { rows: [second] } },
    ])
  })

  it('takes several labels', () => {
    const rows = [{ id: 'unlisted/x', labels: ['Leader', 'Unlisted'] }]
    expect([...stepsPerName({ cypher: ENTITIES, parameters: { rows } })]).toEqual([
      { cypher: ENTITIES.replace('$(row.labels)', 'Leader:Unlisted'), parameters: { rows } },
    ])
  })

  it('stays as it is when nothing is named', () => {
    const step = {
      cypher: 'UNWIND $ids AS id MATCH (e:Entity {id: id}) DELETE e',
      parameters: { ids: ['x'] },
    }
    expect([...stepsPerName(step)]).toEqual([step])
  })

  it.each([
    ['a relation the ontology lacks', EDGES, { relation: 'LIKES' }],
    ['Cypher', EDGES, { relation: 'X]->() DETACH DELETE n //' }],
    ['a label among others', ENTITIES, { labels: ['Leader', 'Admin'] }],
    ['nothing', EDGES, { relation: null }],
    ['no such column', EDGES, {}],
    ['no label', ENTITIES, { labels: [] }],
  ])('never takes a name that is not of the model: %s', (_, cypher, row) => {
    expect(() => [...stepsPerName({ cypher, parameters: { rows: [row] } })]).toThrow(RangeError)
  })
})
