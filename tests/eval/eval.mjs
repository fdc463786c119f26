// npm run eval [-- --errors N] [-- --relation NAME]
// Measures the engine on our own labelled sentences in tests/cases/relations: how often each relation and each rule is
// right, and how often a sentence without an event fires. Reads the built program, as its users run it.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { createExtractor, loadGazetteer } from '../../dist/index.js'

const folder = new URL('../cases/relations/', import.meta.url)
const option = (name) => {
  const i = process.argv.indexOf(name)
  return i < 0 ? undefined : process.argv[i + 1]
}
const shown = Number(option('--errors') ?? 0)
const only = option('--relation')

const gazetteer = await loadGazetteer()
const extractor = createExtractor({ gazetteer })
const UNDIRECTED = new Set(['AGREES_WITH', 'CONSULTS', 'COOPERATES_WITH'])

/** `target` is a code, or `weapon/…` for actor-weapon relations. */
const ends = (s) => [
  s.source.code ?? 'none',
  s.target.entity.startsWith('weapon/') ? s.target.entity : (s.target.code ?? 'none'),
]
const same = (said, s, strict) => {
  if (said.relation !== s.relation) return false
  const [from, to] = ends(s)
  const straight = said.source === from && said.target === to
  const turned = UNDIRECTED.has(said.relation) && said.source === to && said.target === from
  if (!straight && !turned) return false
  if (!strict) return true
  const actual = (said.modality ?? 'actual') === 'actual'
  return (said.polarity ?? 'affirmed') === s.polarity && actual === (s.modality === 'actual')
}
const tally = () => ({ right: 0, strict: 0, predicted: 0, found: 0, gold: 0 })
const relations = new Map()
const rules = new Map()
const of = (map, key) => map.get(key) ?? map.set(key, tally()).get(key)
let quiet = 0
let fired = 0
let printed = 0

for (const file of readdirSync(folder)
  .filter((f) => f.endsWith('.yaml'))
  .sort()) {
  for (const { text, says } of parse(readFileSync(new URL(file, folder), 'utf8'), { schema: 'failsafe' })) {
    const article = {
      id: 'case',
      title: null,
      text,
      url: null,
      publisher: null,
      publishedOn: null,
      language: 'en',
      origin: file,
    }
    const { statements } = extractor.extract(article).record
    const listed = statements.filter(
      (s) => !s.target.entity.startsWith('unlisted/') && !s.source.entity.startsWith('unlisted/'),
    )
    if (says.length === 0) {
      quiet++
      if (listed.length > 0) fired++
    }
    const wrong = []
    const missed = []
    for (const s of listed) {
      const optional = says.some((g) => g.optional === 'true' && same(g, s, false))
      const right = says.some((g) => g.optional !== 'true' && same(g, s, false))
      if (optional && !right) continue
      for (const t of [of(relations, s.relation), of(rules, s.rule)]) {
        t.predicted++
        if (right) t.right++
        if (says.some((g) => same(g, s, true))) t.strict++
      }
      if (!right) wrong.push(s)
    }
    for (const g of says.filter((x) => x.optional !== 'true' && x.target !== 'none' && x.source !== 'none')) {
      const t = of(relations, g.relation)
      t.gold++
      if (statements.some((s) => same(g, s, false))) t.found++
      else missed.push(g)
    }
    const about = !only || [...missed, ...wrong].some((s) => s.relation === only)
    if (about && wrong.length + missed.length > 0 && printed < shown) {
      printed++
      console.log(`\n${text}`)
      for (const g of missed)
        console.log(`  missed  ${g.source} ${g.relation} ${g.target} ${g.polarity ?? ''} ${g.modality ?? ''}`)
      for (const s of wrong)
        console.log(
          `  wrong   ${ends(s).join(` ${s.relation} `)} ${s.polarity} ${s.modality}  "${s.trigger.text}" ${s.rule}`,
        )
    }
  }
}

const number = (n) => (Number.isNaN(n) ? '  – ' : n.toFixed(3))
const row = (name, t) => {
  const [p, r] = [t.right / t.predicted, t.found / t.gold]
  return `${name.padEnd(34)} P ${number(p)} R ${number(r)} F1 ${number((2 * p * r) / (p + r))}  polarity and actuality ${number(t.strict / t.right)}  (${t.gold} labelled, ${t.predicted} found)`
}
const all = tally()
for (const t of relations.values()) for (const key of Object.keys(all)) all[key] += t[key]
console.log('')
for (const [name, t] of [...relations].sort()) console.log(row(name, t))
console.log(row('all', all))
console.log(`sentences without an event that fire: ${fired} of ${quiet} = ${number(fired / quiet)}`)
if (process.argv.includes('--rules')) {
  console.log('\nprecision by rule')
  for (const [rule, t] of [...rules].sort((a, b) => b[1].predicted - a[1].predicted))
    console.log(`${rule.padEnd(40)} ${number(t.right / t.predicted)}  of ${t.predicted}`)
}
