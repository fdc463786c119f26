import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readStdin } from './harness.ts'

const page = readFileSync(new URL('fixtures/archive.txt', import.meta.url))

test('an archive page gives its excerpts and nothing of the page', async () => {
  const { articles, diagnostics } = await readStdin(page)
  expect(diagnostics).toEqual([])
  expect(articles).toMatchObject([
    {
      title: 'The Ferry That Never Sailed',
      text: 'The Ferry That Never Sailed\n\nTwo governments promised a ferry. Neither has ordered one.',
      publisher: null,
      publishedOn: '2021-03-04',
      language: 'en',
      origin: 'stdin:3',
    },
    {
      title: 'A Pipeline Without Gas',
      text: [
        'A Pipeline Without Gas',
        'The pipe is ready, and it is empty.',
        'Who Pays',
        'Engineers sent a file photo of the valve. The bill went to the ministry.',
      ].join('\n\n'),
      publisher: 'Caspian Weekly',
      publishedOn: null,
      language: 'en',
      origin: 'stdin:11',
    },
    {
      title: 'Körfəzdə yeni liman tikilir və işlər yaxın aylarda başa çatacaq',
      text: expect.stringMatching(/çatacaq\n\nLimanın .* bitəcək\.$/s),
      publisher: 'Radio Sahil',
      publishedOn: null,
      language: 'az',
      origin: 'stdin:25',
    },
    {
      title: 'The Customs Queue',
      text: 'The Customs Queue\n\nDrivers were told to continue reading the notices. Nobody reads them.',
      publisher: 'HARBOUR NEWS',
      publishedOn: null,
      language: 'en',
      origin: 'stdin:33',
    },
  ])
})

/** Each page's excerpts as `title / paragraph / paragraph`; blank lines are left out, for they mean nothing here. */
const rows: { name: string; page: string[]; excerpts: string[] }[] = [
  {
    name: 'a short line within an excerpt is a heading',
    page: ['T', 'One.', 'A heading', 'Two. Continue reading', 'U', 'Three.'],
    excerpts: ['T / One. / A heading / Two.', 'U / Three.'],
  },
  {
    name: 'a line said twice begins an excerpt without a closing',
    page: ['T', 'One.', 'U', 'U', 'Two.'],
    excerpts: ['T / One.', 'U / Two.'],
  },
  {
    name: 'a publication line makes the line above a title',
    page: ['T', 'One.', 'U', 'Photo by N. N.', 'Publication: P', 'Two.'],
    excerpts: ['T / One.', 'U / Two.'],
  },
  {
    name: 'a publication line below a sentence is a footer',
    page: ['T', 'One.', 'Publication: P', 'Two.'],
    excerpts: ['T / One. / Two.'],
  },
  {
    name: 'a heading of the next page pasted below',
    page: ['Author Archives: x', 'T', 'One. Read more…', 'Author Archives: x', 'U', 'Two.'],
    excerpts: ['T / One.', 'U / Two.'],
  },
  {
    name: 'a line like a page heading within an excerpt is text',
    page: ['T', 'One.', 'Archives: opened at last', 'Two.'],
    excerpts: ['T / One. / Archives: opened at last / Two.'],
  },
  {
    name: 'a caption stands above the text only',
    page: ['T', 'A ship. File photo', 'One.', 'She held a file photo.'],
    excerpts: ['T / One. / She held a file photo.'],
  },
  {
    name: 'a closing after an ellipsis, on a line of its own, and with an arrow',
    page: [
      'T',
      'One […] Continue reading',
      'U',
      'Two…',
      'Continue reading →',
      'V',
      'Three. Continue reading V →',
    ],
    excerpts: ['T / One', 'U / Two…', 'V / Three.'],
  },
  {
    name: 'words that only sound like a closing',
    page: ['T', 'They continue reading', 'Children should Read more.', 'Two.'],
    excerpts: ['T / They continue reading / Children should Read more. / Two.'],
  },
  {
    name: 'a prefix that is not the publisher stays in the title',
    page: ['Baku: a visit', 'Link to original article on The Bank', 'One.'],
    excerpts: ['Baku: a visit / One.'],
  },
]

test.each(rows)('archive: $name', async ({ page, excerpts }) => {
  const { articles, diagnostics } = await readStdin(page.join('\n'), 'archive')
  expect(articles.map((article) => article.text.replaceAll('\n\n', ' / '))).toEqual(excerpts)
  expect(diagnostics).toEqual([])
})

test('a title without text is a warning at its line', async () => {
  const { articles, diagnostics } = await readStdin('T\n\nContinue reading\n\nU\n\nTwo.', 'archive')
  expect(articles.map((article) => article.title)).toEqual(['U'])
  expect(diagnostics).toMatchObject([{ code: 'reader/no-text', at: 'stdin:1', severity: 'warning' }])
  expect(diagnostics[0]!.message).toContain('“T”')
})
