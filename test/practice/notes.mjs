// The practice model's notes on a script: no reader, but rules that find in the pages what a reader would trip over.
import { thingsIn } from './things.mjs';
import { likeness, sayName, sentencesOf, spoken, wordsOf } from './words.mjs';

const CUE = /^(?!(?:INT|EXT|EST|I\/E)[./ ])@?([\p{Lu}\p{N}][^\p{Ll}\n]*?)\s*(?:\([^)\n]*\)\s*)*\^?$/u;
const HEADING = /^(?:\.(?!\.)|(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ])/i;
/** Lines that are in every script, and in any mouth. */
const ANYONE = /^(?:what do you mean|i don['’]t know|what are you (?:doing|talking about)|are you (?:ok|okay|all right)|i['’]m (?:fine|sorry)|let['’]s go|come on|of course|what happened|who are you|how do you know|trust me|we need to talk|you['’]re late|thank you|no|yes|never mind|it['’]s nothing|i know)\b/i;
const SAID_OUTRIGHT = /\b(?:I(?:['’]m| am) (?:so )?(?:angry|sad|afraid|scared|happy|lonely|ashamed|jealous|sorry)|I (?:feel|love|hate|need) (?:you|like|so)|it['’]s real|makes me feel)\b/i;

/** @typedef {{ scene: number, quote: string, kind: string, note: string, next: string }} Note */

/** The answer to a request for notes; undefined when something else is asked for. */
export function composeNotes(messages) {
  const text = String(messages.at(-1)?.content ?? '');
  const at = text.lastIndexOf('<pages>\n');
  const end = text.indexOf('\n</pages>', at);
  if (at < 0 || end < 0) {
    return undefined;
  }
  const tail = text.slice(end);
  const most = Number(/at most (\d+) notes/.exec(tail)?.[1] ?? 6);
  const kinds = /Look for ([A-Za-z, ]+) alone/.exec(tail)?.[1]?.split(', ');
  const shown = /<shown>\n([\s\S]*?)\n<\/shown>/.exec(tail)?.[1] ?? '';
  const scenes = scenesIn(text.slice(at + '<pages>\n'.length, end));
  const found = scenes.flatMap((scene) => notesOn(scene, scenes)).filter((note) => (!kinds || kinds.includes(note.kind)) && !shown.includes(note.note.slice(0, 40)));
  return `{"notes":[\n${choose(found, most).map((note) => JSON.stringify(note)).join(',\n')}\n]}`;
}

/** As many as are wanted: one of each scene and kind first, then others, in the order of the pages. */
function choose(found, most) {
  const chosen = new Set();
  const used = new Map();
  for (const mostOfScene of [1, 2, 3]) {
    for (const note of found) {
      const ofScene = [...chosen].filter((other) => other.scene === note.scene);
      const isNew = ofScene.length < mostOfScene && ofScene.every(({ kind, quote }) => kind !== note.kind && quote !== note.quote) && (used.get(note.kind) ?? 0) < Math.max(2, most / 3);
      const isOther = [...chosen].every((other) => likeness(other.note, note.note) < 0.45);
      if (chosen.size < most && !chosen.has(note) && isNew && isOther) {
        chosen.add(note);
        used.set(note.kind, (used.get(note.kind) ?? 0) + 1);
      }
    }
  }
  return found.filter((note) => chosen.has(note));
}

/** The scenes of the pages, with what is said and done in each. */
function scenesIn(pages) {
  const scenes = [];
  for (const part of pages.split(/^(?=\d+\.(?: \(goes on\))?$)/m)) {
    const [head, ...lines] = part.split('\n');
    const scene = { number: Number.parseInt(head, 10) || 0, actions: [], speeches: [], text: lines.join('\n') };
    for (const block of lines.join('\n').split(/\n\s*\n/).map((each) => each.trim()).filter(Boolean)) {
      const [first, ...rest] = block.split('\n');
      const name = CUE.exec(first)?.[1];
      if (name && rest.length > 0) {
        scene.speeches.push({ name, text: spoken(rest.join('\n')), source: rest.filter((line) => !/^\s*\(.*\)\s*$/.test(line)).join('\n') });
      } else if (!HEADING.test(block) && !/^[#=>!~]/.test(block)) {
        scene.actions.push(block);
      }
    }
    scenes.push(scene);
  }
  return scenes;
}

/** @returns {Note[]} */
function notesOn(scene, scenes) {
  const of = (kind, quote, note, next) => (quote === '' ? [] : [{ scene: scene.number, quote, kind, note, next }]);
  const rest = scenes.map(({ text }) => text).join('\n').toLowerCase();
  const last = scene.speeches.at(-1);
  const generic = scene.speeches.find(({ text }) => ANYONE.test(text) && wordsOf(text).length <= 8);
  const outright = scene.speeches.find(({ text }) => SAID_OUTRIGHT.test(text));
  const long = scene.speeches.find(({ text }) => wordsOf(text).length > 55);
  const slow = scene.actions.find((text) => wordsOf(text).length > 45);
  const planted = thingsIn(scene.actions.join(' ')).find(({ name }) => rest.split(name).length === 2);
  const sentence = planted && sentencesOf(scene.actions.join('\n').replace(/\s+/g, ' ')).find((each) => each.includes(planted.name));
  return [
    ...(generic ? of('sameVoice', opening(generic.source), `“${opening(generic.source)}” could be said by anybody in this script. Cover the name, and nothing tells us that it is ${sayName(generic.name)}.`, `Let ${sayName(generic.name)} answer with something only they would notice here.`) : []),
    ...(outright ? of('voice', opening(outright.source), `${sayName(outright.name)} says the feeling itself in “${opening(outright.source)}”. Elsewhere they talk around it, so here the page speaks instead of the person.`, `Let ${sayName(outright.name)} do something with it instead of naming it.`) : []),
    ...(planted && sentence ? of('setUp', opening(sentence), `The ${planted.name} is put before us in scene ${scene.number} and is never touched again in these pages. We wait for it.`, `Use the ${planted.name} when the scene turns, or take it out.`) : []),
    ...(slow ? of('pace', opening(slow), `The paragraph that begins “${opening(slow)}” runs to ${wordsOf(slow).length} words before anyone acts. The eye leaves it before its end.`, 'Keep the one image that changes something, and begin as late as possible.') : []),
    ...(long ? of('pace', opening(long.source), `${sayName(long.name)} makes the point early and then talks on for ${wordsOf(long.text).length} words. The other stops being a danger while they wait.`, `Cut ${sayName(long.name)} off where the point is made.`) : []),
    ...(last ? of('stakes', opening(last.source), ...missing(scene, last)) : []),
    ...(scene.speeches.length === 0 && scene.actions[0] ? of('clarity', opening(scene.actions[0]), `Scene ${scene.number} has nobody who wants anything yet: “${opening(scene.actions[0])}” is a view, and we do not know whose.`, 'Let us see who is looking, and what for.') : []),
  ];
}

/** What a scene's end leaves out, said differently from scene to scene. */
function missing({ number }, { name, source }) {
  const who = sayName(name);
  const line = opening(source);
  return [
    [`By “${line}” neither side of scene ${number} has lost anything. ${who} could walk out as they came in.`, `Make ${who} pay for the last line.`],
    [`“${line}” closes the door, but we never learned what ${who} stands to win by being here.`, `Show what ${who} came for before it is refused.`],
    [`Nobody is in danger when ${who} says “${line}”: the scene stops where its trouble should begin.`, `Let somebody hear it who must not.`],
    [`We hear “${line}” and do not know what happens to ${who} if it fails.`, `Put a clock or a price on what ${who} wants.`],
  ][number % 4];
}

/** The first words of a text, as they stand on the first line: enough to find them again. */
function opening(text) {
  const [first = '', second = ''] = sentencesOf(text.split('\n')[0] ?? '');
  // A single word is found again only where it is a whole line.
  const line = /\s/.test(first.trim()) ? first : `${first.trim()} ${second}`.trim();
  const words = line.split(/\s+/);
  return words.length <= 12 ? line.trim() : words.slice(0, 10).join(' ').replace(/[,;:–—-]+$/u, '');
}
