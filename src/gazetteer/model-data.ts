/**
 * The event model as it is kept beside the compiled gazetteer, from whose words and sentences it is trained:
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
