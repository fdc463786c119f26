import { fold } from './fold.ts'

/** The written forms of a name that the gazetteer leaves to the program: designators and Russian case endings. */

/**
 * Where letters meet digits, a hyphen, a space or nothing is the same. Folded in, folded out:
 * `s-300pmu2` gives `s300pmu2`, `s-300 pmu-2`, … A name without digits comes back alone.
 */
export function designatorForms(folded: string): string[] {
  if (!/\d/.test(folded)) return [folded]
  const parts = folded.split(/(?<=\p{L})[- ]?(?=\d)|(?<=\d)[- ]?(?=\p{L})/u)
  if (parts.length === 1) return [folded]
  // Beyond three joints the forms people write are few, and the product is not.
  const joints = parts.length - 1
  if (joints > 3) return [...new Set([folded, parts.join(''), parts.join('-'), parts.join(' ')])]
  let forms = [parts[0]!]
  for (const part of parts.slice(1))
    forms = forms.flatMap((f) => [`${f}${part}`, `${f}-${part}`, `${f} ${part}`])
  return [...new Set([folded, ...forms])]
}

const VOWEL = /[аеиоуыэюя]$/

/** The case forms (nominative, genitive, dative, accusative, instrumental, prepositional) of one Russian word. */
function russianCases(word: string): string[] {
  const stem = (n: number): string => word.slice(0, word.length - n)
  const with_ = (s: string, ...endings: string[]): string[] => endings.map((e) => s + e)
  if (word.length < 3) return Array<string>(6).fill(word)
  if (/(?:ский|цкий|ый|ой|ий)$/.test(word)) {
    const soft = word.endsWith('ий') && !/[гкхжшщч]ий$/.test(word)
    return with_(
      stem(2),
      word.slice(-2),
      soft ? 'его' : 'ого',
      soft ? 'ему' : 'ому',
      soft ? 'его' : 'ого',
      soft || word.endsWith('ий') ? 'им' : 'ым',
      soft ? 'ем' : 'ом',
    )
  }
  if (/(?:ая)$/.test(word)) return with_(stem(2), 'ая', 'ой', 'ой', 'ую', 'ой', 'ой')
  if (/(?:ые)$/.test(word)) return with_(stem(2), 'ые', 'ых', 'ым', 'ые', 'ыми', 'ых')
  if (/(?:ие)$/.test(word) && /[кнш]ие$/.test(word))
    return with_(stem(2), 'ие', 'их', 'им', 'ие', 'ими', 'их')
  if (word.endsWith('ия')) return with_(stem(2), 'ия', 'ии', 'ии', 'ию', 'ией', 'ии')
  if (word.endsWith('я')) return with_(stem(1), 'я', 'и', 'е', 'ю', 'ей', 'е')
  if (word.endsWith('а')) {
    const hard = /[гкхжшщч]а$/.test(word)
    return with_(stem(1), 'а', hard ? 'и' : 'ы', 'е', 'у', 'ой', 'е')
  }
  if (word.endsWith('й')) return with_(stem(1), 'й', 'я', 'ю', 'я', 'ем', 'е')
  if (word.endsWith('ь')) return with_(stem(1), 'ь', 'я', 'ю', 'я', 'ем', 'е')
  if (word.endsWith('ты') || word.endsWith('ны')) return with_(stem(1), 'ы', 'ов', 'ам', 'ы', 'ами', 'ах')
  if (VOWEL.test(word) || !/[а-я]$/.test(word)) return Array<string>(6).fill(word)
  const surname = /(?:ов|ев|ин|ын)$/.test(word)
  return with_(word, '', 'а', 'у', 'а', surname ? 'ым' : 'ом', 'е')
}

/** The adjective forms a newspaper uses: российский → российская, российских, … */
function russianAdjective(word: string): string[] {
  const stem = word.slice(0, -2)
  return ['ая', 'ое', 'ие', 'ую', 'ой', 'ого', 'ому', 'им', 'ом', 'их', 'ими', 'ий'].map((e) => stem + e)
}

/** The same of a Ukrainian one: український → українська, українських, … */
function ukrainianAdjective(word: string): string[] {
  const stem = word.slice(0, -2)
  return ['а', 'е', 'і', 'у', 'ої', 'ого', 'ому', 'им', 'ій', 'ою', 'их', 'ими'].map((e) => stem + e)
}

/** Every form of a Cyrillic name: all words in the same case, or only the first ("Организации Объединённых Наций"). */
export function russianForms(folded: string): string[] {
  const words = folded.split(' ')
  if (words.length === 1 && /(?:ский|цкий)$/.test(folded)) return [folded, ...russianAdjective(folded)]
  if (words.length === 1 && /[сцз]ький$/.test(folded)) return [folded, ...ukrainianAdjective(folded)]
  const cases = words.map((w) => (/^[а-я]+$/.test(w) ? russianCases(w) : Array<string>(6).fill(w)))
  const forms = new Set([folded])
  for (let c = 0; c < 6; c++) {
    forms.add(cases.map((w) => w[c]!).join(' '))
    if (words.length > 1) forms.add([cases[0]![c]!, ...words.slice(1)].join(' '))
  }
  return [...forms]
}

/** All folded forms of a name that the automaton holds. */
export function writtenForms(name: string): string[] {
  const folded = fold(name)
  return /[а-я]/.test(folded) ? russianForms(folded) : designatorForms(folded)
}

/**
 * Case endings behind a name in an agglutinating language, folded: Azərbaycan-ın, İran-dan, Türkiye-nin, Gürcüstan-la.
 * Plural, possessive, case, relative -ki, -lı, copula; each optional, in this order.
 */
export const SUFFIXES: Readonly<Record<string, RegExp>> = {
  az: /^(?:l[ae]r)?(?:s?[iu](?:n|m|z|miz|niz)?|[iu]?m[iu]z)?(?:n?[iu]n|n?[iu]|[ny]?[ae]|n?d[ae]n?|y?l[ae])?(?:k[iu])?(?:l[iu](?:l[ae]r)?)?(?:d[iu]r)?$/,
  tr: /^(?:l[ae]r)?(?:s?[iu](?:n|m|z|miz|niz)?|[iu]?m[iu]z)?(?:n?[iu]n|y?[iu]|n[iu]|[ny]?[ae]|n?[dt][ae]n?|y?l[ae])?(?:k[iu])?(?:l[iu](?:l[ae]r)?)?(?:[dt][iu]r)?$/,
}
