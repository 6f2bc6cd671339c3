// Developing a scenario: a plan first, then scene by scene, each kept in the scenario's file as soon as it is whole.

/** How the development of a scenario goes, or why it is not whole. */
export type Progress =
  | { readonly kind: 'going'; readonly told: string; readonly done: number; readonly total: number }
  | { readonly kind: 'over'; readonly message: string };
