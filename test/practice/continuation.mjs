// The practice model's next line or beat: rules, not AI, over the scene's own words. It knows the <here> mark and what is asked at it.
import { composeAlternatives } from './compose.mjs';
import { readRequest } from './readRequest.mjs';
import { thingsIn } from './things.mjs';

const HERE = '<here>\n\n</here>';

/** @returns {string | undefined} the answer; undefined when the request asks for something else */
export function composeContinuation(messages) {
  const text = messages.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n\n');
  const at = text.lastIndexOf(HERE);
  if (at < 0) {
    return undefined;
  }
  const scene = text.slice(text.lastIndexOf('<scene>\n', at) + 8, at);
  const wish = text.slice(at + HERE.length);
  const count = Math.min(5, Number(/Write (\d)/.exec(wish)?.[1] ?? 3));
  const things = thingsIn(scene.slice(-2500));
  const thing = things[0]?.name ?? 'window';
  const other = things[1]?.name ?? 'door';
  const rest = /in the middle of (?:what (.+?) is saying|a line of action)/.exec(wish);
  if (rest) {
    const intent = rest[1] ?? 'action';
    const ends = rest[1] ? [` it like the ${thing} could hear us.`, ` that, and then look at the ${other}.`, ' it twice and mean it once.'] : [` toward the ${thing}, and stops.`, ` without a look at the ${other}.`, '. Nothing moves.'];
    return answer(ends.slice(0, count).map((text) => ({ intent, text })));
  }
  const about = /At <here> (.+?) is about to speak/.exec(wish)?.[1];
  const next = about ?? /\((.+?) would speak next/.exec(wish)?.[1];
  const beats = [
    { intent: 'action', text: `The ${thing} stays where it is. ${next ? `${sayName(next)} looks at it anyway.` : 'Nobody looks at it.'}` },
    { intent: 'action', text: `Somewhere behind the ${other}, a sound that could be nothing.` },
    { intent: 'action', text: 'A long quiet. Nobody fills it.' },
  ];
  if (!next) {
    return answer(beats.slice(0, count));
  }
  const lines = linesFor(next, scene, text, count).map((text) => ({ intent: next, text }));
  if (about || /each one speech with "intent" the speaker's name[^.]*\.\s*$/.test(wish)) {
    return answer(lines);
  }
  return /The first ones are action/.test(wish) ? answer([...beats.slice(0, count - 1), ...lines].slice(0, count)) : answer([...lines.slice(0, count - 1), beats[0]]);
}

/** What somebody says next: the moves that make alternatives, over the last thing that was said to them. */
function linesFor(name, scene, text, count) {
  const said = scene.trim().split(/\n\s*\n/).at(-1)?.split('\n').slice(1).join(' ') || 'Well?';
  const wanted = `<scene>\n${scene.trim()}\n\n<replace>\n${name}\n${said}\n</replace>\n</scene>\n\nWrite ${count + 1} alternatives for the speech. No parentheticals.`;
  const cast = /<cast>\n[^]*?<\/cast>/.exec(text)?.[0] ?? '';
  const asked = readRequest([{ role: 'user', content: `${cast}\n\n${wanted}` }]);
  const made = asked ? composeAlternatives(asked).map((each) => each.text.replace(/\s*\n\s*/g, ' ')) : [];
  return [...made, 'Go on.', 'Not here.', 'Ask me tomorrow.'].slice(0, count);
}

function sayName(name) {
  return name.charAt(0) + name.slice(1).toLowerCase();
}

function answer(alternatives) {
  return JSON.stringify({ alternatives });
}
