// Reads out of a chat request what is wanted: the speech to replace, who speaks, the scene, how many, in what direction.
// It knows the tags that core/suggest sets (src/core/suggest/request/tags.ts) and nothing else of the house.

/**
 * @typedef {object} Asked
 * @property {string} original  the speech to replace, as written
 * @property {string | undefined} parenthetical  its first parenthetical, where it has one
 * @property {string} speaker   the cue, without its extension
 * @property {string} scene     the scene up to the speech
 * @property {{ name: string, text: string }[]} before  the speeches of the scene before it
 * @property {string[]} names   everybody who is known to speak, the nearest last
 * @property {string | undefined} place  one word for where they are
 * @property {string} now      "tonight", "today" or "now"
 * @property {string[]} own    lines of the speaker from elsewhere in the script
 * @property {number} count
 * @property {string} direction
 * @property {string[]} already shown before, not to be offered again
 */

const NUMBERS = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };
const CUE = /^(?!(?:INT|EXT|EST|I\/E)[./ ])@?([\p{Lu}\p{N}][^\p{Ll}\n]*?)\s*(?:\([^)\n]*\)\s*)*\^?$/u;
const HEADING = /^(?:\.(?!\.)|(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ])/i;

/** Text between tags on lines of their own, the last such pair: the rules speak of the tags too. Undefined where there is none. */
function tagged(text, tag) {
  const from = text.lastIndexOf(`<${tag}>\n`);
  const to = text.indexOf(`</${tag}>`, from);
  return from < 0 ? undefined : text.slice(from + tag.length + 3, to < 0 ? undefined : to).trim();
}

/** @returns {Asked | undefined} undefined when the request asks for something else */
export function readRequest(messages) {
  const text = messages.map(({ content }) => (typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join(''))).join('\n\n').replaceAll('[...]', '');
  const at = text.lastIndexOf('<replace>\n');
  const marked = tagged(text, 'replace') ?? '';
  if (at < 0 || marked === '') {
    return undefined;
  }
  const sceneFrom = text.lastIndexOf('<scene>\n', at);
  const scene = text.slice(sceneFrom < 0 ? Math.max(0, at - 6000) : sceneFrom + '<scene>'.length, at);
  const { speeches, openCue } = speechesIn(scene);
  const earlier = speechesIn(tagged(text, 'before') ?? '').speeches;
  const heading = scene.split('\n').map((line) => line.trim()).findLast((line) => HEADING.test(line)) ?? '';
  const tail = text.slice(text.indexOf('</replace>', at));
  // The cue stands inside the mark, or is the last line above it.
  const [first, ...others] = marked.split('\n');
  const ownCue = others.length > 0 ? CUE.exec(first.trim())?.[1] : undefined;
  const speaker = ownCue ?? openCue ?? '';
  const original = ownCue ? others.join('\n').trim() : marked;
  return {
    original,
    parenthetical: /no parentheticals/i.test(tail) ? undefined : /^\s*(\(.*\))\s*$/m.exec(original)?.[1],
    speaker,
    scene,
    before: speeches,
    names: [...new Set([...castNames(tagged(text, 'cast') ?? ''), ...earlier.map(({ name }) => name), ...speeches.map(({ name }) => name)])],
    place: placeIn(heading),
    now: /\b(?:NIGHT|EVENING|DUSK|MIDNIGHT)\b/i.test(heading) ? 'tonight' : /\b(?:DAY|MORNING|NOON|AFTERNOON)\b/i.test(heading) ? 'today' : 'now',
    own: samplesOf(speaker, text),
    count: countIn(tail),
    direction: (tagged(tail, 'direction') ?? '').trim(),
    already: shownIn(tagged(text.slice(at), 'shown') ?? ''),
  };
}

/** Speeches in a piece of Fountain, and the cue at its end that waits for its speech. */
function speechesIn(text) {
  const speeches = [];
  let openCue;
  let blank = true;
  for (const line of text.split('\n').map((each) => each.trim())) {
    const cue = blank && !HEADING.test(line) ? CUE.exec(line)?.[1] : undefined;
    if (line === '') {
      openCue = undefined;
    } else if (cue) {
      openCue = cue;
      speeches.push({ name: cue, text: '' });
    } else if (openCue) {
      const speech = speeches.at(-1);
      speech.text = speech.text ? `${speech.text}\n${line}` : line;
    }
    blank = line === '';
  }
  const waiting = text.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const last = CUE.exec(waiting)?.[1] ?? openCue;
  return { speeches: speeches.filter((speech) => speech.text !== ''), openCue: last };
}

/** Each character's note begins with the name on a line of its own. */
function castNames(cast) {
  return cast.split(/\n\s*\n/).map((note) => note.trim().split('\n')[0]?.trim() ?? '').filter((line) => CUE.test(line));
}

/** The speaker's own lines, listed in the note on them. */
function samplesOf(speaker, text) {
  const notes = `${tagged(text, 'cast') ?? ''}\n\n${tagged(text, 'present') ?? ''}`.split(/\n\s*\n/);
  const own = notes.filter((note) => note.trim().split('\n')[0]?.trim() === speaker);
  return own.flatMap((note) => note.split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2)));
}

/** "INT. OPERA HOUSE - AUDITORIUM - NIGHT #1#" -> "auditorium"; nothing where the last word is no common one. */
function placeIn(heading) {
  const parts = heading.replace(/#[^#]*#\s*$/, '').replace(/^\.|^[A-Z./]+[. ]\s*/i, '').split(/\s+-\s+/);
  const set = parts.length > 1 ? parts.slice(0, -1).at(-1) : parts[0];
  const word = set?.trim().split(/[\s/]+/).at(-1)?.toLowerCase() ?? '';
  return /^\p{L}{3,12}$/u.test(word) && !/s$/.test(word) && /^INT/i.test(heading) ? word : undefined;
}

/** How many alternatives the end of the request asks for: "Write 4 alternatives". */
function countIn(tail) {
  const found = /\b(\d{1,2}|one|two|three|four|five|six|seven|eight)\b(?:\s+\p{L}+){0,4}?\s+alternatives?\b/iu.exec(tail)?.[1]?.toLowerCase();
  return Math.min(8, Math.max(1, NUMBERS[found] ?? (Number(found) || 4)));
}

/** One shown alternative a line or paragraph, numbers and bullets taken off. */
function shownIn(shown) {
  return shown.split(/\n/).map((line) => line.replace(/^\s*(?:[-*]|\d+[.)])\s+/, '').trim()).filter(Boolean);
}
