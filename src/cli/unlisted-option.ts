import { Option } from 'commander'

/** `--unlisted` of the commands that make a graph. Records hold those names with and without it. */
export const unlistedOption = (): Option =>
  new Option(
    '--unlisted',
    'also put people and organizations into the graph that the gazetteer lacks, labelled Unlisted',
  )
