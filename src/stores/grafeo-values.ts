import type { PathValue, Row, Value } from '../core/graph.ts'

interface RawNode {
  readonly _id: number
  readonly _labels: readonly string[]
}
interface RawRelationship {
  readonly _id: number
  readonly _type: string
  readonly _source: number
  readonly _target: number
}

const isNode = (value: object): value is RawNode => '_id' in value && '_labels' in value
const isRelationship = (value: object): value is RawRelationship => '_id' in value && '_type' in value

function isPath(value: object): value is { nodes: readonly RawNode[]; edges: readonly RawRelationship[] } {
  if (!('nodes' in value && 'edges' in value && Array.isArray(value.nodes) && Array.isArray(value.edges)))
    return false
  return value.nodes.length > 0 && value.nodes.every(isNode) && value.edges.every(isRelationship)
}

const properties = (raw: object): Row =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => (key.startsWith('_') ? [] : [[key, toValue(value)]])),
  )

function toPath({
  nodes,
  edges,
}: {
  nodes: readonly RawNode[]
  edges: readonly RawRelationship[]
}): PathValue {
  const ids = new Map(nodes.map((node) => [node._id, String((node as { id?: unknown }).id)]))
  return {
    nodes: nodes.map((node) => ({ labels: [...node._labels].sort(), properties: properties(node) })),
    relationships: edges.map((edge) => ({
      type: edge._type,
      from: ids.get(edge._source) ?? '',
      to: ids.get(edge._target) ?? '',
      properties: properties(edge),
    })),
  }
}

/** What the embedded store returns as the port promises it: nodes, relationships and paths are plain objects already. */
export function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object') return value as Value
  if (Array.isArray(value)) return value.map(toValue)
  if (value instanceof Date) return value.toISOString()
  if (isPath(value)) return toPath(value)
  if (isNode(value) || isRelationship(value)) return properties(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toValue(inner)]))
}
