// Plans and scenes from the practice model: by rule, from the scenario's own beats and the people's own lines.
import { headingsIn, lastMessage, seededBy, tagged } from './storyWords.mjs';
import { sayName, sentencesOf, wordsOf } from './words.mjs';

function beatsOf(text) {
  return (tagged(text, 'scenario') ?? '').split('\nLater scenes:')[0].split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
}

/** A plan for the request of a development; undefined when something else is asked for. */
export function composePlan(messages) {
  const text = lastMessage(messages);
  if (!text.includes('\nNow give the plan: ')) {
    return undefined;
  }
  const beats = beatsOf(text);
  const labelled = [...(tagged(text, 'outline') ?? '').matchAll(/^(S\d+) {2}(?:\S+ {2})?(.+)$/gmu)].map(([, label, heading]) => ({ label, heading }));
  const set = labelled[0]?.heading ?? headingsIn(tagged(text, 'stretch') ?? '')[0] ?? 'INT. ROOM - DAY';
  const fresh = set.replace(/\s+-\s+[^-]*$/, '').replace(/$/, ' - LATER');
  const half = Math.ceil(beats.length / 2);
  const [first, second] = [beats.slice(0, half).join(' '), beats.slice(half).join(' ')];
  const changed = Math.min(labelled.length - 1, 1);
  const scenes = [];
  labelled.forEach(({ label, heading }, at) => {
    const fate = at === changed ? 'change' : at === 3 ? 'drop' : 'keep';
    scenes.push({ fate, label, heading, beat: fate === 'change' ? first : '' });
    if (at === changed) {
      scenes.push({ fate: 'new', label: '', heading: fresh, beat: second });
    }
  });
  const made = scenes.length > 0 ? scenes : [{ fate: 'new', label: '', heading: fresh, beat: beats.join(' ') }];
  return `{"scenes":[\n${made.map((each) => JSON.stringify(each)).join(',\n')}\n]}`;
}

/** Names in the voices' notes: each begins a note. */
function voices(text) {
  return (tagged(text, 'voices') ?? tagged(text, 'cast') ?? '').split(/\n\s*\n/).map((note) => {
    const lines = note.trim().split('\n');
    return { name: lines[0] ?? '', own: lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2).replace(/\([^)]*\)\s*/g, '').replace(/^~\s*/, '')) };
  }).filter(({ name }) => /^[\p{Lu}\p{N}][^\p{Ll}]*$/u.test(name));
}

const ANSWERS = ['No.', 'Say that again.', 'You had all week.', 'Not here.', 'And if I had?', 'Ask me tomorrow.', 'Keep your voice down.', "That's not what you said before."];

/** One scene in Fountain for the request of a development; undefined when something else is asked for. */
export function composeScene(messages) {
  const text = lastMessage(messages);
  const write = text.includes('\nNow write scene ') ? tagged(text.slice(text.lastIndexOf('\nNow write scene ')), 'write') : undefined;
  if (write === undefined) {
    return undefined;
  }
  const [heading = 'INT. ROOM - DAY', ...rest] = write.split('\n').filter((line) => line.trim() !== '');
  const next = seededBy(write);
  const sentences = sentencesOf(rest.join(' '));
  const known = voices(text);
  const speaking = known.filter(({ name }) => rest.join(' ').includes(sayName(name)));
  const cast = [...speaking, ...known.filter((each) => !speaking.includes(each))].slice(0, 2);
  const parts = [heading];
  sentences.forEach((sentence, at) => {
    parts.push(sentence);
    const who = cast[at % Math.max(1, cast.length)];
    if (who) {
      const own = who.own.flatMap((line) => sentencesOf(line)).filter((line) => wordsOf(line).length <= 7);
      const line = at % 2 === 0 && own.length > 0 ? own[next(own.length)] : ANSWERS[next(ANSWERS.length)];
      parts.push(`${who.name}\n${line}`);
    }
  });
  return parts.join('\n\n');
}
