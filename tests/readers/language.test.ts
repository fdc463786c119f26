import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/readers/language.ts'

const rows: { language: string; name: string; text: string }[] = [
  {
    language: 'en',
    name: 'plain',
    text: 'The two ministers met in the capital and agreed on a plan for the border.',
  },
  {
    language: 'en',
    name: 'full of foreign names',
    text: 'Erdoğan and Əliyev met İbrahim Kalın in Şuşa, and the talks were on trade.',
  },
  {
    language: 'az',
    name: 'twin of Turkish',
    text: 'Hökumət bildirib ki, yeni yol gələn il açılacaq və ticarət artacaq.',
  },
  {
    language: 'tr',
    name: 'twin of Azerbaijani',
    text: 'Hükümet, yeni yolun gelecek yıl açılacağını ve ticaretin artacağını bildirdi.',
  },
  {
    language: 'tr',
    name: 'capital İ',
    text: 'İKİ ÜLKE ARASINDA İMZALANAN ANLAŞMA İLE YENİ BİR DÖNEM BAŞLADI',
  },
  {
    language: 'ru',
    name: 'twin of Ukrainian',
    text: 'Министры обсудили новый договор и объявили, что вопрос решён.',
  },
  {
    language: 'uk',
    name: 'twin of Russian',
    text: 'Міністри обговорили новий договір і повідомили, що питання вирішено.',
  },
  {
    language: 'fa',
    name: 'twin of Arabic',
    text: 'دو وزیر در پایتخت دیدار کردند و گفتند که این مرز باز می‌شود.',
  },
  {
    language: 'ar',
    name: 'twin of Persian',
    text: 'التقى الوزيران في العاصمة وقالا إن الحدود ستفتح قريبا أمام التجارة.',
  },
  { language: 'hy', name: 'its own script', text: 'Նախարարները հանդիպեցին մայրաքաղաքում և պայմանավորվեցին։' },
  { language: 'ka', name: 'its own script', text: 'მინისტრები დედაქალაქში შეხვდნენ და შეთანხმდნენ.' },
  {
    language: 'de',
    name: 'plain',
    text: 'Die beiden Minister trafen sich in der Hauptstadt und sprachen über den Handel.',
  },
  {
    language: 'fr',
    name: 'plain',
    text: 'Les deux ministres se sont rencontrés dans la capitale et ont parlé du commerce.',
  },
  {
    language: 'es',
    name: 'plain',
    text: 'Los dos ministros se reunieron en la capital y hablaron del comercio.',
  },
  {
    language: 'ru',
    name: 'with a foreign quotation',
    text: 'Министр сказал, что это не так: «No comment», и ушёл из зала.',
  },
  { language: 'en', name: 'nothing', text: '' },
  { language: 'en', name: 'too short to tell', text: 'Привет, мир' },
  { language: 'en', name: 'digits alone', text: '1234567890 1234567890 1234567890' },
  {
    language: 'en',
    name: 'a script we do not know',
    text: '两国部长在首都会晤并就边境贸易达成协议并将于下月签署相关文件',
  },
]

test.each(rows)('$language, $name', ({ language, text }) => {
  expect(detectLanguage(text)).toBe(language)
})

test('gives one of its languages for any text, and the same one again', () => {
  const known = new Set(['en', 'az', 'tr', 'de', 'fr', 'es', 'ru', 'uk', 'ar', 'fa', 'hy', 'ka'])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const language = detectLanguage(text)
      expect(known).toContain(language)
      expect(detectLanguage(text)).toBe(language)
    }),
  )
})
