// When two cues are the same person.

/** A character's name for comparing: upper case by Unicode, inner white space folded. Extensions are no part of it. */
export function canonicalName(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toUpperCase();
}
