// A bare instance of the talent scheduling problem (Cheng, Diamond and Lin 1993; Garcia de la Banda, Stuckey and Chu 2011): what order of the scenes costs least.

export interface SequenceInstance {
  readonly name?: string;
  /** Days each scene takes. */
  readonly durations: readonly number[];
  readonly actors: readonly { readonly cost: number; readonly scenes: readonly number[] }[];
}

export interface SequenceProgress {
  /** Scenes in the order of shooting. */
  readonly order: readonly number[];
  /** What actors cost on days between their first and last on which they do not work. */
  readonly holding: number;
  /** No order holds for less. */
  readonly bound: number;
  /** `holding` equals `bound`. */
  readonly proved: boolean;
  /** Search nodes so far. */
  readonly nodes: number;
}
