import { Document, type YAMLMap } from 'yaml'
import { fold } from './fold.ts'
import { formatYaml } from './format.ts'

/** What is known of an entry to be: as much as a row of a table or the articles tell. */
export interface Stub {
  readonly kind: 'leader' | 'organization' | 'weapon'
  readonly name: string
  readonly aliases?: readonly string[]
  /** A country's three-letter code. */
  readonly country?: string | undefined
  /** The weapon's class or the organization's family, which is its file. */
  readonly room?: string | undefined
  readonly office?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly sector?: string | undefined
  readonly maker?: string | undefined
}

/** The slug of a name: lower case, ASCII, words joined by hyphens. */
export function slugOf(name: string): string {
  return fold(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The entry as YAML, to be pasted under `entries:` of the file that `stubFile` names. What is unknown is marked with "?". */
export function stubYaml(stub: Stub): string {
  const { kind, country } = stub
  const slug = slugOf(stub.name) || 'name-it'
  const document = new Document([
    {
      id: `${kind}/${slug}`,
      name: stub.name,
      ...(stub.aliases && stub.aliases.length > 0 ? { aliases: stub.aliases } : {}),
      ...(kind === 'leader'
        ? {
            offices: [
              {
                office: stub.office ?? '?',
                ...(stub.from === undefined ? {} : { from: stub.from }),
                ...(stub.to === undefined ? {} : { to: stub.to }),
              },
            ],
          }
        : {}),
      ...(kind === 'organization'
        ? {
            code: country ?? '?',
            ...(country === undefined ? {} : { basedIn: `country/${country}` }),
            ...(stub.sector === undefined ? {} : { sector: stub.sector }),
          }
        : {}),
      ...(kind === 'weapon'
        ? {
            ...(country === undefined ? {} : { origin: `country/${country}` }),
            ...(stub.maker === undefined ? {} : { maker: stub.maker }),
          }
        : {}),
    },
  ])
  for (const path of [
    [0, 'aliases'],
    [0, 'offices', 0],
  ]) {
    const node = document.getIn(path, true) as YAMLMap | undefined
    if (node) node.flow = true
  }
  return formatYaml(document.toString({ flowCollectionPadding: false })).replace(/^(?=.)/gm, '  ')
}

/** Where the entry belongs, as far as is known. */
export function stubFile({ kind, country, room }: Stub): string {
  if (kind === 'leader') return `leaders/, the file of: ${country === undefined ? '?' : `country/${country}`}`
  return `${kind}s/${room ?? '?'}.yaml`
}
