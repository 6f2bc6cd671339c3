// The practice model's breakdown of scenes: no reader, but words that it knows to be things somebody must bring.
import { thingsIn } from './things.mjs';

const HEADING = /^(?:\.(?!\.)|(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ])/i;
const CUE = /^(?!(?:INT|EXT|EST|I\/E)[./ ])@?([\p{Lu}\p{N}][^\p{Ll}\n]*?)\s*(?:\([^)\n]*\)\s*)*\^?$/u;
const KINDS = [
  ['wardrobe', /^(?:cap|cardigan|coat|crown|dress|earring|glove|hat|jacket|jewel|lanyard|mask|necklace|raincoat|ring|scarf|shirt|shoe|boot|sweater|tie|uniform|veil)/],
  ['vehicles', /^(?:bicycle|bike|boat|bus|car|motorcycle|plane|ship|train|truck|van)/],
  ['setDressing', /^(?:altar|armchair|bath|bed|bench|blackboard|booth|cage|chair|chandelier|counter|cupboard|curtain|desk|door|elevator|fireplace|freezer|fridge|jukebox|ladder|machine|mirror|organ|oven|painting|piano|printer|refrigerator|shelf|screen|sink|sofa|staircase|statue|stove|table|wheel)/],
];

/** The answer to a request for the elements of scenes; undefined when something else is asked for. */
export function composeElements(messages) {
  const text = String(messages.at(-1)?.content ?? '');
  const at = text.lastIndexOf('<pages>\n');
  const end = text.indexOf('\n</pages>', at);
  const most = Number(/List at most (\d+) elements/.exec(text.slice(Math.max(0, end)))?.[1]);
  if (at < 0 || end < 0 || !(most > 0)) {
    return undefined;
  }
  const shown = new Set((/<shown>\n([\s\S]*?)\n<\/shown>/.exec(text.slice(end))?.[1] ?? '').toLowerCase().split('\n'));
  const allowed = /^Categories: (.*)\.$/m.exec(text.slice(end))?.[1] ?? '';
  const elements = scenesIn(text.slice(at + '<pages>\n'.length, end)).flatMap(({ number, action }) =>
    thingsIn(action)
      .reverse()
      .map(({ name, portable }) => ({ scene: number, category: KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? (portable ? 'props' : 'setDressing'), name: name[0].toUpperCase() + name.slice(1), words: name, count: 1 }))
      .filter(({ name, category }) => !shown.has(`${number}: ${name}`.toLowerCase()) && new RegExp(`\\b${category}\\b`).test(allowed)),
  );
  return `{"elements":[\n${elements.slice(0, most).map((each) => JSON.stringify(each)).join(',\n')}\n]}`;
}

/** The scenes of the pages, by their numbers there, with what is done in each and not what is said. */
function scenesIn(pages) {
  return pages.split(/^(?=\d+\.(?: \(goes on\))?$)/m).flatMap((part) => {
    const [head, ...lines] = part.split('\n');
    const blocks = lines.join('\n').split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean);
    const action = blocks.filter((block) => !HEADING.test(block) && !/^[#=>!~]/.test(block) && !(CUE.test(block.split('\n')[0]) && block.includes('\n')));
    return Number.parseInt(head, 10) > 0 ? [{ number: Number.parseInt(head, 10), action: action.join('\n') }] : [];
  });
}
