/**
 * A linear model as it is kept beside the compiled gazetteer, from whose words and sentences it is trained:
 * a row of whole-number weights a feature, one weight a label, in units of `scale`.
 */
export interface ModelData {
  /** Hash of the weights. */
  readonly version: string
  readonly labels: readonly string[]
  readonly scale: number
  readonly features: readonly string[]
  /** Row after row, in the order of `features`. */
  readonly weights: Int16Array
}

/** What is trained together from the labelled sentences. */
export interface Models {
  /** Hash of all weights. */
  readonly version: string
  /** Which relation a sentence is about. */
  readonly event: ModelData
  /** Whether a statement of the rules is right. */
  readonly judge: ModelData
}
