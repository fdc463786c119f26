import type { Command } from 'commander'
import type { NounPhrase } from '../extract/chunk.ts'
import { NO_EVENT } from '../extract/model.ts'
import type { Analysis } from '../extract/relate.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { colors, print } from './terminal.ts'
import { articleOf, type TextOptions, textOptions } from './text-input.ts'

/** What the event model says with less probability is left out. */
const LIKELY = 0.05

export function registerExplain(program: Command): void {
  const command = program
    .command('explain')
    .summary('show how a sentence is read: mentions, clauses, and which rule fired or what was missing')
    .argument('[text...]', 'the text; standard input when left out')
  for (const option of textOptions()) command.addOption(option)
  command
    .addHelpText(
      'after',
      `
Example:
  araxes explain "Tehran denied that it had supplied Russia with Shahed-136 drones."`,
    )
    .action(async (words: string[], options: TextOptions) => {
      const article = await articleOf(words, options)
      const { createExtractor } = await import('../extract/extractor.ts')
      const explained = createExtractor({ gazetteer: await loadGazetteer() }).explain(article)
      if (options.json) {
        print(
          JSON.stringify(explained.map(({ sentence, analysis }) => ({ sentence, ...described(analysis) }))),
        )
        return
      }
      for (const { sentence, analysis } of explained) {
        print(colors.data.bold(sentence.text))
        printAnalysis(analysis)
        print('')
      }
    })
}

/** The analysis as plain data, phrases as their words. */
function described(analysis: Analysis) {
  const text = (p: { from: number; to: number }): string =>
    analysis.parse.words
      .slice(p.from, p.to + 1)
      .map((w, i) => (i > 0 && !w.joined ? ' ' : '') + w.text)
      .join('')
  const phrases = (list: readonly NounPhrase[]): string[] => list.map(text)
  return {
    mentions: analysis.parse.words.flatMap((w) => (w.mention ? [w.mention] : [])),
    clauses: analysis.parse.clauses.map((c) => ({
      verb: text(c.verb),
      lemma: c.verb.lemma,
      link: c.link ?? 'main',
      of: c.parent ? text(c.parent.verb) : null,
      passive: c.verb.passive,
      negated: c.verb.negated,
      subject: phrases(c.subjects),
      object: c.objects.flatMap(phrases),
      prepositional: c.prepositional.map((p) => `${p.preposition} ${phrases(p.phrases).join(' + ')}`),
    })),
    statements: analysis.statements,
    misses: analysis.misses,
    model: analysis.reasons,
  }
}

function printAnalysis(analysis: Analysis): void {
  const { dim, green, yellow, cyan } = colors.data
  const d = described(analysis)
  for (const m of d.mentions) print(`  ${dim('mention')}    ${m.text}  ${m.entity}  ${dim(m.via)}`)
  for (const c of d.clauses) {
    const parts = [
      c.subject.length > 0 ? `subject ${c.subject.join(' + ')}` : '',
      c.object.length > 0 ? `object ${c.object.join(' + ')}` : '',
      ...c.prepositional,
      c.passive ? 'passive' : '',
      c.negated ? 'negated' : '',
    ].filter(Boolean)
    print(
      `  ${dim('clause')}     ${cyan(c.verb)} (${c.lemma})  ${c.link}${c.of === null ? '' : ` of "${c.of}"`}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`,
    )
  }
  for (const s of d.statements) {
    print(
      `  ${green('statement')}  ${s.source.entity} —${s.relation}→ ${s.target.entity}  ${s.polarity}, ${s.modality}${s.weapons.length > 0 ? `, with ${s.weapons.join(', ')}` : ''}${s.saidBy ? `, said by ${s.saidBy.entity}` : ''}  ${dim(`"${s.trigger.text}" ${s.rule} ${s.confidence}`)}`,
    )
  }
  for (const { label, probability, because } of d.model)
    if (probability >= LIKELY)
      print(
        `  ${dim('model')}      ${label === NO_EVENT ? 'no event' : label} ${probability}  ${dim(because.join(', '))}`,
      )
  for (const m of d.misses) print(`  ${yellow('no match')}   "${m.trigger}" ${m.rule}: ${m.missing}`)
  if (d.statements.length === 0 && d.misses.length === 0)
    print(`  ${yellow('no match')}   no word of the relation lists stands in it with the right company`)
}
