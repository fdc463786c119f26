type Script = 'Latin' | 'Cyrillic' | 'Arabic' | 'Armenian' | 'Georgian'

interface Language {
  readonly code: string
  readonly script: Script
  /** Letters that most others in the same script do without. */
  readonly letters: string
  /** Frequent words, as they stand in running text, in lower case. */
  readonly words: string
}

/** Order breaks ties within a script, so Turkish stands above Azerbaijani, which hardly writes a line without ə. */
const LANGUAGES: readonly Language[] = [
  {
    code: 'en',
    script: 'Latin',
    letters: '',
    words:
      'the of and to in is that for on with as was by it at from be has are its have which an this said not but were will',
  },
  {
    code: 'tr',
    script: 'Latin',
    letters: 'ğış',
    words:
      've bir bu için ile olarak da de ise daha olan gibi sonra kadar çok ancak ama göre değil olduğunu dedi ettiği tarafından etti en var',
  },
  {
    code: 'az',
    script: 'Latin',
    letters: 'əğış',
    words:
      'və bu ki ilə üçün bir də da olan edib olub isə kimi sonra daha həmin onun bildirib görə ölkə çox var deyib həm etmək',
  },
  {
    code: 'de',
    script: 'Latin',
    letters: 'ßä',
    words:
      'der die und das den von zu mit sich auf für ist im nicht ein eine dem des als auch es an werden aus er hat dass sie nach bei',
  },
  {
    code: 'fr',
    script: 'Latin',
    letters: 'êèùœ',
    words:
      'le la les de des du et à un une dans est que qui pour par sur au avec il plus ne pas ce son se aux selon été sont',
  },
  {
    code: 'es',
    script: 'Latin',
    letters: 'ñ',
    words:
      'el la los las de del y en que un una por con para se su al lo como más es fue ha sus sobre este entre pero según',
  },
  {
    code: 'ru',
    script: 'Cyrillic',
    letters: 'ыэъё',
    words:
      'и в не на что с по как из от за о к это для также его но был было при после до он она они которые',
  },
  {
    code: 'uk',
    script: 'Cyrillic',
    letters: 'іїєґ',
    words:
      'і в у не на що з до та за як про це від для також його але був було при після він вона вони які щодо',
  },
  {
    code: 'ar',
    script: 'Arabic',
    letters: 'ةىيكإأ',
    words:
      'في من على إلى أن التي الذي هذا هذه عن مع بين بعد قبل كان كانت قال وقال لا ما كما إن أو غير وقد ذلك خلال حيث',
  },
  {
    code: 'fa',
    script: 'Arabic',
    letters: 'پچژگکی',
    words:
      'و در به از که این را با است برای آن می یک خود شده شد تا ها های بر هم نیز کرد گفت کرده بود باید وی اما ای',
  },
  { code: 'hy', script: 'Armenian', letters: '', words: '' },
  { code: 'ka', script: 'Georgian', letters: '', words: '' },
]

const MARKERS = LANGUAGES.map(({ code, script, letters, words }) => ({
  code,
  script,
  letters: new Set(letters),
  words: new Set(words.split(' ')),
}))

const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Armenian: /\p{Script=Armenian}/gu,
  Georgian: /\p{Script=Georgian}/gu,
}

const SAMPLE_LENGTH = 4000
const MIN_LETTERS = 20

/**
 * The language of a text, one of en, az, tr, de, fr, es, ru, uk, ar, fa, hy, ka. Its commonest script narrows
 * the choice; then each frequent word and each distinctive letter counts one. Only the first 4000 characters
 * are looked at. `en` where fewer than 20 letters or no evidence is found.
 */
export function detectLanguage(text: string): string {
  // Lower-casing İ leaves an i with a combining dot, which would split words.
  const sample = text.slice(0, SAMPLE_LENGTH).normalize('NFC').replaceAll('İ', 'i').toLowerCase()
  const script = commonestScript(sample)
  if (script === null) return 'en'
  const candidates = MARKERS.filter((language) => language.script === script)
  const words = sample.match(/\p{L}+/gu) ?? []
  let best = { code: candidates[0]!.code, score: 0 }
  for (const { code, letters, words: frequent } of candidates) {
    let score = words.filter((word) => frequent.has(word)).length
    for (const char of sample) if (letters.has(char)) score++
    if (score > best.score) best = { code, score }
  }
  return best.code
}

/** Null where the text is too short to tell, or in no script we know. */
function commonestScript(sample: string): Script | null {
  let best: { script: Script | null; letters: number } = { script: null, letters: MIN_LETTERS - 1 }
  for (const [script, pattern] of Object.entries(SCRIPTS) as [Script, RegExp][]) {
    const letters = sample.match(pattern)?.length ?? 0
    if (letters > best.letters) best = { script, letters }
  }
  return best.script
}
