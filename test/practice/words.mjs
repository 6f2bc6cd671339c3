// Small things one does with words: sentences, fragments, names, likeness.

const ENGLISH = new Set('the a and you i to of it is in that not what for on have be do with this my me we your was he she are at as'.split(' '));
const WEAK_END = new Set('the a an of to in on at by for with and or but is are was were that which who as my your his her its our their not be been have has had if so than then'.split(' '));

export const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];

/** Whether a text is English enough to be answered with English turns of phrase. */
export function isEnglish(text) {
  const words = wordsOf(text);
  return words.filter((word) => ENGLISH.has(word.split(/['’]/)[0])).length >= words.length * 0.2;
}

/** A speech without parentheticals, notes, boneyards and emphasis: what is said. */
export function spoken(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\/|\[\[[\s\S]*?\]\]/g, ' ')
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*\(.*\)\s*$/.test(line))
    .join(' ')
    .replace(/(\*{1,3}|_)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Sentences as written, closing quotes included. An ellipsis or "Mrs." ends none. */
export function sentencesOf(text) {
  const parts = text.match(/[\s\S]+?(?:(?<!\b(?:Mrs|Mr|Ms|Dr|St|Prof))(?<!\.)[.!?。！？]+["”’)»]*(?=\s|$)|$)/g) ?? [];
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Sentences and clauses that can stand alone, capitalised, with a full stop: 2 to `most` words. */
export function fragmentsOf(text, most = 9) {
  const found = [];
  for (const sentence of sentencesOf(text)) {
    const end = /[?!。！？]["”’»]*$/.test(sentence) ? sentence.slice(-1) : '.';
    const clauses = sentence.split(/(?<=[,;:])\s+/);
    for (const part of [sentence, ...(clauses.length > 1 ? clauses : [])]) {
      const bare = part.replace(/[.,;:!?。！？\s]+$/u, '').replace(/^(?:and|but|so|or|because|then|well|no|yes|oh)\b,?\s+/i, '');
      const count = wordsOf(bare).length;
      const quotes = (bare.match(/["“”]/g) ?? []).length;
      if (count >= 2 && count <= most && quotes % 2 === 0 && !/\.\.\.|…/.test(bare) && (part === sentence || looksWhole(bare))) {
        found.push(capitalise(bare) + (part === sentence ? end : '.'));
      }
    }
  }
  return [...new Set(found)];
}

/** A clause that has a subject and a verb of its own, as far as its first words tell. */
function looksWhole(clause) {
  return /^(?:I|you|he|she|it|we|they|there|that|this|who|[A-Z][\p{L}]+)(?:['’](?:s|m|re|ve|d|ll)|\s+(?:is|are|was|were|am|have|has|had|do|does|did|can|could|will|would|put|said|know|knew|looked|went|came|got|want))\b/iu.test(clause);
}

export const capitalise = (text) => text.replace(/^(["“'‘(]*)(\p{Ll})/u, (_all, before, first) => before + first.toLocaleUpperCase());
export const decapitalise = (text) => (/^(?:I\b|I['’])/.test(text) ? text : text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLocaleLowerCase()));

/** "MRS. ADEYEMI" as one says it: "Mrs. Adeyemi". */
export function sayName(cue) {
  return cue.toLocaleLowerCase().replace(/(^|[\s'’.-])(\p{Ll})/gu, (_all, before, first) => before + first.toLocaleUpperCase());
}

/** What one would throw back at somebody: the last few words of what they said, without the stop. "the last one" */
export function echoOf(text) {
  const last = sentencesOf(text).at(-1)?.replace(/[.,;:!?…"“”]+$/gu, '').replace(/^["“]/u, '') ?? '';
  const words = last.split(',').at(-1).trim().split(/\s+/).filter(Boolean);
  if (words.length === 0 || /^(?:it|me|you|him|them|us|her|i|though|then)$/i.test(words.at(-1))) {
    return undefined;
  }
  const from = words.findLastIndex((word, at) => at >= words.length - 4 && at < words.length - 1 && /^(?:the|a|an|my|your|his|her|their|our|no|every|one)$/i.test(word));
  const chosen = words.length <= 3 ? words : from >= 0 ? words.slice(from) : words.slice(-1);
  const light = (chosen.length === 1 && chosen[0].length < 5) || chosen.every((word) => ENGLISH.has(word.toLowerCase()) || WEAK_END.has(word.toLowerCase()));
  // A name, or a word that leans on others, thrown back says nothing.
  return light || /^(?:miss|mrs|mr|ms|dr|sir|madam)\b/i.test(chosen[0]) ? undefined : chosen.join(' ').replace(/["“”]/g, '');
}

/** The first part of a text, up to about `share` of its words, not ending on a word that leans on the next. */
export function firstPart(text, share) {
  const words = text.split(/\s+/);
  let keep = Math.max(2, Math.floor(words.length * share));
  while (keep > 2 && WEAK_END.has(words[keep - 1].toLowerCase())) {
    keep -= 1;
  }
  return words.slice(0, keep).join(' ').replace(/[,;:.!?"“]+$/u, '');
}

/** How alike two texts are by their words, 0 to 1. */
export function likeness(a, b) {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = new Set([...left, ...right]).size;
  return all === 0 ? 1 : shared / all;
}
