// Composes the practice model's alternatives: no language model, but craft moves over the scene's own words.
import { readDirection, SPREAD } from './direct.mjs';
import { ANY_MOVES } from './moves/anyLanguage.mjs';
import { ENGLISH_MOVES } from './moves/english.mjs';
import { thingsIn } from './things.mjs';
import { echoOf, fragmentsOf, isEnglish, likeness, sayName, sentencesOf, spoken, wordsOf } from './words.mjs';

/** More alike than this to the original, or to one another, and a writer would see no difference. */
const TOO_LIKE_ORIGINAL = 0.55;
const TOO_LIKE_EACH_OTHER = 0.45;

/** Families that end a speech rather than begin it. */
const CLOSERS = new Set(['quiet', 'cold', 'cold2', 'ask', 'joke', 'joke2', 'third', 'place', 'angry']);

/**
 * @param {import('./readRequest.mjs').Asked} asked
 * @returns {{ text: string, intent: string }[]} as many as were asked for, or fewer where the scene gives no more
 */
export function composeAlternatives(asked) {
  const direction = readDirection(asked.direction);
  const scene = gather(asked, direction);
  const random = seeded(`${asked.original}|${asked.direction}|${asked.already.length}`);
  const moves = order(isEnglish(scene.language) ? [...ENGLISH_MOVES, ...ANY_MOVES] : ANY_MOVES, direction.tags, random);
  const chosen = [];
  const families = new Set();
  const wanted = [...direction.tags].filter((tag) => tag !== 'long');
  const fits = ({ tags, text }) => (wanted.length === 0 || wanted.some((tag) => tags.includes(tag))) && scene.about.every((name) => text.includes(name));
  // What fits, one of each family; then more of what fits; then, when a writer has asked again and again, what is left.
  for (const takes of [(line) => fits(line) && !families.has(line.family), fits, (line) => !families.has(line.family), () => true]) {
    for (const [family, tags, intent, line] of moves) {
      if (chosen.length >= asked.count) {
        return chosen;
      }
      const made = line(pick(scene, random));
      const text = made && finish(made, { family, scene, asked, tags: direction.tags, turn: chosen.length });
      if (text && takes({ family, tags: tags.split(' '), text }) && isNew(text, asked, chosen)) {
        chosen.push({ text, intent });
        families.add(family);
      }
    }
  }
  return chosen;
}

/** What the scene offers to make lines of. */
function gather(asked, direction) {
  const said = spoken(asked.original);
  const before = asked.before.at(-1);
  const other = before && before.name !== asked.speaker ? sayName(before.name) : undefined;
  const names = new Set(asked.names.flatMap((name) => wordsOf(name)));
  const near = thingsIn(asked.scene.slice(-2500), names);
  const things = [...direction.things, ...thingsIn(said, names), ...near].slice(0, direction.things.length > 0 ? direction.things.length : 5);
  const echo = other ? echoOf(spoken(before.text)) : undefined;
  const elsewhere = asked.names.filter((name) => name !== asked.speaker && name !== before?.name && /^\p{L}[\p{L}. '’-]*$/u.test(name));
  const absent = elsewhere.filter((name) => !new RegExp(`\\b${name.split(' ')[0]}`, 'iu').test(asked.scene));
  return {
    said,
    language: [said, ...asked.before.map(({ text }) => text), ...asked.own, asked.scene].join(' '),
    about: direction.things.slice(0, 1).map(({ name }) => name),
    things,
    held: things.filter((thing) => thing.portable),
    other,
    thirds: (absent.length > 0 ? absent : before ? elsewhere : []).map(sayName),
    echo: echo && wordsOf(echo).length <= 4 && !wordsOf(echo).every((word) => names.has(word)) ? echo : undefined,
    asked: Boolean(before && /\?["”’)]*$/.test(spoken(before.text))) || undefined,
    shorts: fragmentsOf(said, 8).filter((part) => likeness(part, said) < TOO_LIKE_ORIGINAL).sort((a, b) => wordsOf(b).length - wordsOf(a).length),
    owns: [...asked.own, ...asked.before.filter((speech) => speech.name === asked.speaker).map(({ text }) => text)]
      .flatMap((line) => sentencesOf(spoken(line.replace(/^\(.*?\)\s*/, ''))))
     .filter((line) => wordsOf(line).length >= 2 && wordsOf(line).length <= 6 && !said.includes(line))
      .slice(-6),
    place: asked.place,
    now: asked.now,
  };
}

/** One of each, so that two lines of the same move differ. */
function pick(scene, random) {
  // The nearest, and the best, come first and are taken more often.
  const one = (list) => (list.length > 0 ? list[Math.floor(random() ** 1.6 * list.length)] : undefined);
  return { ...scene, thing: one(scene.things), held: one(scene.held), third: one(scene.thirds), short: one(scene.shorts), own: one(scene.owns) };
}

/** Moves that the direction asks for first; without one, a spread of intentions. */
function order(moves, tags, random) {
  const wanted = [...tags].filter((tag) => tag !== 'long');
  const ranked = moves.map((move, at) => {
    const has = move[1].split(' ');
    const family = SPREAD.indexOf(move[0]);
    const fit = wanted.length > 0 ? -10 * wanted.filter((tag) => has.includes(tag)).length : (family < 0 ? 20 : family) / 2;
    return { move, rank: fit + random() * 3 + at / 1000 };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ move }) => move);
}

/** A long speech is not answered by two words (unless that is wanted), and a short direction cuts what is long. */
function finish(line, { family, scene, asked, tags, turn }) {
  let text = line;
  if (tags.has('short')) {
    text = sentencesOf(text)[0] ?? text;
    if (wordsOf(text).length > Math.max(3, wordsOf(scene.said).length / 2)) {
      return undefined;
    }
  } else if (tags.has('long') || (wordsOf(scene.said).length > 14 && turn % 3 !== 1)) {
    const fresh = scene.shorts.filter((part) => likeness(part, text) < 0.2);
    const part = [...scene.shorts, ...scene.owns].some((own) => text.includes(own)) ? undefined : fresh[turn % Math.max(1, fresh.length)];
    text = part ? (CLOSERS.has(family) ? `${part} ${text}` : `${text} ${part}`) : text;
  }
  // A parenthetical belongs to the speech where it has one; half of the lines keep it.
  return asked.parenthetical && turn % 2 === 1 ? `${asked.parenthetical}\n${text}` : text;
}

function isNew(text, asked, chosen) {
  const line = spoken(text);
  return (
    likeness(line, spoken(asked.original)) < TOO_LIKE_ORIGINAL &&
    asked.already.every((shown) => likeness(line, spoken(shown)) < TOO_LIKE_EACH_OTHER) &&
    chosen.every((other) => likeness(line, spoken(other.text)) < TOO_LIKE_EACH_OTHER)
  );
}

/** The same question gives the same answer: pictures and tests depend on it (mulberry32 over a hash of the text). */
function seeded(text) {
  let state = 0;
  for (const char of text) {
    state = (Math.imul(state, 31) + char.codePointAt(0)) >>> 0;
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
