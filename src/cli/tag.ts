import type { Command } from 'commander'
import type { Mention } from '../core/mention.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { colors, print } from './terminal.ts'
import { articleOf, type TextOptions, textOptions } from './text-input.ts'

const COLOR: Readonly<Record<Mention['kind'], 'blue' | 'magenta' | 'green' | 'red'>> = {
  country: 'blue',
  leader: 'magenta',
  organization: 'green',
  weapon: 'red',
}

export function registerTag(program: Command): void {
  const command = program
    .command('tag')
    .summary('show the countries, leaders, organizations and weapons in a text')
    .argument('[text...]', 'the text; standard input when left out')
  for (const option of textOptions()) command.addOption(option)
  command
    .addHelpText(
      'after',
      `
Examples:
  araxes tag "Tehran denied sending Shahid-136 drones."
  araxes tag --date 2022-10-01 "The Iranian president met Aliyev."
  araxes tag --file article.txt --json`,
    )
    .action(async (words: string[], options: TextOptions) => {
      const article = await articleOf(words, options)
      const { createExtractor } = await import('../extract/extractor.ts')
      const { tags } = createExtractor({ gazetteer: await loadGazetteer() }).tag(article)
      if (options.json) {
        print(JSON.stringify(tags.mentions))
        return
      }
      print(painted(article.text, tags.mentions))
      print('')
      for (const m of tags.mentions)
        print(
          `${String(m.start).padStart(5)}–${String(m.end).padEnd(5)} ${colors.data[COLOR[m.kind]](m.text)}  ${m.entity}  ${colors.data.dim(m.via)}`,
        )
    })
}

/** The text with its mentions in colour; of nested ones the outer is painted. */
function painted(text: string, mentions: readonly Mention[]): string {
  let out = ''
  let at = 0
  for (const m of mentions) {
    if (m.start < at) continue
    out += text.slice(at, m.start) + colors.data[COLOR[m.kind]](colors.data.bold(text.slice(m.start, m.end)))
    at = m.end
  }
  return out + text.slice(at)
}
