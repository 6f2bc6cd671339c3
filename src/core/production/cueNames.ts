// A cue of several people who speak together: MARA AND JON are both, where both speak for themselves elsewhere.

const JOINTS = /\s*(?:,\s*AND\s+|\s+AND\s+|\s*&\s*|\s*\/\s*|\s*\+\s*|,\s*)/u;

/**
 * Whom a cue stands for: itself, or the people it joins if each of them is known by a cue of their own.
 * @param name canonical
 * @param isKnown whether somebody speaks under a canonical name alone
 */
export function cueNames(name: string, isKnown: (name: string) => boolean): readonly string[] {
  const parts = JOINTS.test(name) ? name.split(JOINTS).map((part) => part.trim()) : [name];
  return parts.length > 1 && parts.every((part) => part !== '' && isKnown(part)) ? [...new Set(parts)] : [name];
}
