// Moves that add no word of their own, so that they work in whatever language the script is in.
import { capitalise, decapitalise, firstPart, fragmentsOf, sentencesOf, wordsOf } from '../words.mjs';

const needs = (parts, line) => (scene) => (parts.every((part) => scene[part]) ? line(scene) : undefined);

const withoutStop = (text) => text.replace(/[.!?。！？]+$/u, '');

/** [family, tags, intent, line], as in english.mjs. */
export const ANY_MOVES = [
  ['short', 'short plain cold', 'goes short', needs(['short'], (s) => s.short)],
  ['trail', 'plain sad subtext fear', 'trails off', (s) => (wordsOf(s.said).length < 6 ? undefined : `${firstPart(sentencesOf(s.said)[0] ?? s.said, wordsOf(sentencesOf(s.said)[0] ?? '').length > 7 ? 0.5 : 0.7)}...`)],
  ['throw', 'question short angry', 'throws back', needs(['echo'], (s) => `${capitalise(s.echo)}?`)],
  ['name', 'warm plain', 'uses name', needs(['other', 'short'], (s) => `${s.other}. ${s.short}`)],
  ['name', 'short cold', 'only name', needs(['other'], (s) => `${s.other}.`)],
  ['doubt', 'question subtext', 'doubts it', needs(['short'], (s) => `${withoutStop(s.short)}?`)],
  ['insist', 'angry', 'insists', needs(['short'], (s) => `${withoutStop(s.short)}. ${withoutStop(s.short)}!`)],
  ['own', 'own', 'calls back', needs(['own'], (s) => s.own)],
  ['join', 'own plain', 'answers words', needs(['echo', 'short'], (s) => `${capitalise(s.echo)}? ${s.short}`)],
  ['end', 'plain', 'starts last', (s) => endFirst(s.said)],
];

/** The end of a long speech first, and little of its beginning. */
function endFirst(said) {
  const fragments = fragmentsOf(said, 12);
  return fragments.length < 3 ? undefined : `${fragments.at(-1)} ${decapitalise(fragments[0]) === fragments[0] ? fragments[0] : capitalise(fragments[0])}`;
}
