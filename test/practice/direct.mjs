// What a direction means to the practice model: which moves it wants, how long a line may be, and what it should be about.
import { thingsIn } from './things.mjs';

/** The words of a direction, and the tag of the moves they ask for. */
const WANTS = [
  [/\b(cold|icy|distant|harsh|cruel|mean|curt|dry)/i, 'cold'],
  [/\b(warm|kind|tender|gentle|soft|lov|sweet|affection)/i, 'warm'],
  [/\b(short|brief|terse|less|clipped|fewer|tight)/i, 'short'],
  [/\b(funn|comic|comed|joke|wit|light|humou?r|absurd)/i, 'funny'],
  [/(subtext|without saying|indirect|oblique|imply|hint|between the lines|hide)/i, 'subtext'],
  [/(like them|like (?:him|her)|own voice|in character|their voice|more like)/i, 'own'],
  [/\b(angr|furious|fight|rage|loud|explod|mad)/i, 'angry'],
  [/\b(sad|grie|tear|melanchol|regret|sorrow|lonel)/i, 'sad'],
  [/\b(afraid|scare|fear|nervous|anxious|frighten|worr)/i, 'fear'],
  [/\b(lie|lies|lying|deny|denies|evasi|dishonest)/i, 'lie'],
  [/\b(question|ask)/i, 'question'],
  [/\b(plain|simple|direct|honest)/i, 'plain'],
  [/\b(long|longer|more words|expand|ramble)/i, 'long'],
];

/** @returns {{ tags: Set<string>, things: import('./things.mjs').Thing[] }} */
export function readDirection(direction) {
  // "Colder: the character gives less ..." is the house's own instruction: its head says all that is needed here.
  const head = /^([^:\n]{3,40}):\s/.exec(direction)?.[1] ?? direction;
  return {
    tags: new Set(WANTS.filter(([pattern]) => pattern.test(head)).map(([, tag]) => tag)),
    things: thingsIn(head),
  };
}

/** What a writer gets first when they ask for nothing special: different intentions, not different wordings. */
export const SPREAD = ['thing', 'quiet', 'ask', 'admit', 'echo', 'joke', 'third', 'trail', 'own', 'warm', 'place', 'throw', 'cold', 'name', 'short'];
