// An alternative as a model wrote it: not yet cleaned, checked or safe to insert.

export interface RawAlternative {
  readonly text: string;
  /** What it tries, in two words ("deflects"), where the model said so. */
  readonly intent?: string;
}
