import { isScalar, parseDocument, visit } from 'yaml'

/**
 * A gazetteer file in the one style: two spaces, lines to 120 columns, quotes only where YAML needs them, flow or block as its
 * editor chose, comments kept. Formatting twice changes nothing. Throws a YAMLParseError for what is no YAML.
 */
export function formatYaml(text: string): string {
  const once = (input: string): string => {
    const document = parseDocument(input, { schema: 'failsafe' })
    const [error] = document.errors
    if (error) throw error
    visit(document, {
      Scalar: (_, node) => {
        // Dropping the written quotes lets the library quote only what needs it.
        if (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'))
          node.type = 'PLAIN'
      },
    })
    return document.toString({ lineWidth: 120, indent: 2, flowCollectionPadding: false, singleQuote: false })
  }
  // A second pass settles where the first one's line breaks moved.
  return once(once(text))
}
