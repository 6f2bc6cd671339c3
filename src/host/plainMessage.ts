// Words of a script, a model or a shared file, fit to stand in a message of VS Code's.

const MOST = 200;
// All but the joiners, which Persian, the languages of India, and emoji are spelled with.
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * A text on one line, without what cannot be seen or turns the reading order around, and at most `most` characters long.
 * VS Code makes links (even to commands) of `[text](address)` in notifications, progress and status messages, and pictures
 * of `$(name)` in the status bar: both are broken up. Doing it again changes nothing.
 */
export function plainMessage(text: string, most: number = MOST): string {
  // Of a very long one only what can be shown is looked at.
  const flat = text
    .slice(0, most * 8)
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/ {2,}/g, ' ')
    .replace(/([\]$])\(/g, '$1 (')
    .trim();
  const characters = [...flat];
  return characters.length > most ? `${characters.slice(0, most - 1).join('').trimEnd()}…` : flat;
}
