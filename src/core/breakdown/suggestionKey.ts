// By what a suggestion is known again: its scene, its category and what it is.

/** The same for the same thing in the same scene, however it is written there. */
export function suggestionKey(sceneId: string, category: string, name: string): string {
  return `${sceneId}:${category}:${name.replace(/\s+/gu, ' ').trim().toLowerCase()}`;
}
