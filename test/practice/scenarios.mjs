// Scenarios from the practice model: story turns by rule over the stretch's own people, things and later scenes.
import { bareHeading, gatherStory, lastMessage, seededBy, tagged } from './storyWords.mjs';
import { likeness } from './words.mjs';

/** Each: the turn, a title, a logline, beats, and what it does to a later scene. a, b, c are people, t a thing, p a place. */
const STORIES = [
  ['knows', ({ b }) => `${b} reads it first`, ({ a, b, t }) => `${b} opens the ${t} before ${a} can and must act as if nothing were known.`, ({ a, b, t, p }) => [`${b} is alone in ${p} and lifts the ${t}.`, `Underneath lies a letter addressed to ${a}; ${b} reads it standing up.`, `Footsteps: the page goes back, folded the wrong way.`, `${a} sees the crease and says nothing.`], ({ b }) => `${b} already knows, and lets the others talk.`],
  ['pays', ({ c }) => `${c} takes the blame`, ({ a, c }) => `To keep ${a} out of it, ${c} confesses to something that never happened.`, ({ a, c, p }) => [`A stranger with a badge waits in ${p}.`, `Asked straight out, ${c} says: it was me.`, `${a} opens a mouth to object and is stared down.`, `Handcuffs close; ${c} asks only that somebody feed the dog.`], ({ c }) => `${c}'s chair stays empty.`],
  ['wants', ({ a }) => `${a} wants out`, ({ a, b }) => `${a} stops asking ${b} for anything and packs instead.`, ({ a, b, t }) => [`${a} puts coat, money and the ${t} into a bag.`, `${b} blocks the door, joking.`, `${a} waits until the joke is over, then asks for the key.`, `${b} hands it across, and only then understands.`], ({ a }) => `Nobody can reach ${a} any more.`],
  ['turns', ({ b }) => `Help from ${b}`, ({ a, b }) => `At the worst moment it is ${b}, of all people, who pulls ${a} through.`, ({ a, b, t }) => [`Everything breaks: the ${t} lies in pieces on the floor.`, `${a} kneels to gather them up and cuts a hand.`, `${b} tears a sleeve into a bandage without being asked.`, `For a minute the two work in silence, side by side.`, `The favour will cost something; neither names it.`], ({ a, b }) => `${a} owes ${b}, and both remember.`],
  ['knows', () => 'A lie that holds', ({ a, b }) => `${a} says the wrong thing on purpose, and ${b} believes every word.`, ({ a, b, c }) => [`${b} asks about last night.`, `${a} answers at once, too smoothly, naming ${c}.`, `A phone rings twice and stops.`, `${b} apologises for ever having doubted.`], ({ b, c }) => `${b} treats ${c} as an enemy.`],
  ['pays', ({ t }) => `The price of the ${t}`, ({ a, t }) => `${a} gets what was wanted by giving the ${t} away for good.`, ({ a, b, t, p }) => [`A buyer walks through ${p}, touching things.`, `${a} names a sum, then halves it.`, `${b} watches the ${t} carried out into the rain.`, `With the notes counted, ${a} cannot look at the bare spot.`], ({ t }) => `The ${t} is gone, and somebody asks for it.`],
  ['wants', ({ c }) => `${c} chooses a side`, ({ c }) => `${c}, who always carried messages, keeps one back.`, ({ a, b, c }) => [`${c} arrives out of breath with news for ${b}.`, `Seeing ${a} there, ${c} swallows it and asks for water.`, `${b} repeats the question, louder.`, `${c} drinks the whole glass before lying.`], ({ c }) => `${c} is no longer trusted with anything.`],
  ['turns', () => 'The win is the loss', ({ a }) => `${a} wins the argument outright, and the room empties.`, ({ a, b, p }) => [`Proof in hand, ${a} lays it out point by point.`, `${b} concedes, with applause.`, `One after another people find a reason to leave ${p}.`, `${a} switches off the light, having been right.`], ({ a }) => `${a} comes alone.`],
  ['knows', ({ c }) => `What ${c} overheard`, ({ c }) => `Behind a thin wall ${c} hears half of it, and the wrong half.`, ({ a, b, c }) => [`${c} stops on the stairs because the voices stop.`, `Through the wall: a name, a laugh, the word "never".`, `${a} and ${b} are only rehearsing a toast.`, `By the time they come down, ${c} has left by the yard.`], ({ c }) => `${c} acts on half a sentence.`],
  ['pays', ({ b }) => `${b} gets hurt`, ({ a, b }) => `${a} is spared because ${b} stepped in a second too early.`, ({ a, b, p }) => [`Something heavy gives way above ${p}.`, `${b} shoves ${a} clear and does not get up.`, `People shout for a doctor; a child stares.`, `${a} rides along in the ambulance holding one shoe.`], ({ b }) => `${b} walks with a stick.`],
  ['wants', () => 'Asking for it', ({ a, b }) => `For once ${a} says out loud what is wanted, and ${b} has to answer.`, ({ a, b, t }) => [`${a} sets down the ${t} and begins mid-sentence.`, `Every excuse ${b} starts is waved away.`, `The clock strikes; both wait for it to finish.`, `${b} answers with a single word nobody else can hear.`], ({ a }) => `Everyone knows where ${a} stands.`],
  ['turns', () => 'Too late by a minute', () => `The message gets through, after all, one minute after it mattered.`, ({ a, p }) => [`A boy runs the length of the street with an envelope.`, `In ${p} the decision falls, unanimous.`, `${a} signs.`, `The envelope is slit open with the same pen.`], () => 'What was signed there cannot be undone.'],
];

function place(heading) {
  const set = heading?.replace(/^\.|^[A-Z./]+[. ]\s*/i, '').split(/\s+-\s+/)[0]?.toLowerCase();
  return set ? (/^the /.test(set) ? set : `the ${set}`) : 'the room';
}

/** Scenarios for a request about a stretch; undefined when something else is asked for. */
export function composeScenarios(messages) {
  const text = lastMessage(messages);
  const wanted = /\nPropose (\d+) scenarios? for what could happen instead in <stretch>/.exec(text);
  if (!wanted || !text.includes('<stretch>\n')) {
    return undefined;
  }
  const story = gatherStory(text);
  const shown = tagged(text.slice(text.indexOf('</stretch>')), 'shown') ?? '';
  const direction = tagged(text.slice(text.indexOf('</stretch>')), 'direction') ?? '';
  const next = seededBy(`${story.stretch}|${direction}|${shown}`);
  const people = [...story.present, ...story.names.filter((name) => !story.present.includes(name)), 'The stranger', 'A neighbour', 'The old man'];
  const scenarios = [];
  const fits = /^\W*(?:who )?(know|want|pay|turn)/i.exec(direction)?.[1]?.toLowerCase();
  const order = STORIES.map((each, at) => ({ each, rank: (fits && each[0].startsWith(fits) ? -100 : 0) + (at < 4 && shown === '' ? at : 4 + next(40) + at / 100) })).sort((x, y) => x.rank - y.rank);
  for (const { each: [turn, title, logline, beats, change] } of order) {
    const parts = { a: people[0], b: people[1], c: people[2], t: story.things[scenarios.length % Math.max(1, story.things.length)] ?? 'letter', p: place(story.own[0]) };
    const made = { turn, title: title(parts), logline: logline(parts), beats: beats(parts) };
    if (scenarios.length >= Number(wanted[1]) || shown.split('\n').some((line) => likeness(line, `${made.title} ${made.logline} ${made.beats.join(' ')}`) > 0.6)) {
      continue;
    }
    const later = story.behind.length > 0 ? [...new Set([story.behind[next(Math.min(6, story.behind.length))], story.behind[next(story.behind.length)]])] : [];
    const consequences = later.map((heading, at) => ({ scene: bareHeading(heading), number: /#([^#]+)#/.exec(heading)?.[1] ?? '', change: at === 0 ? change(parts) : `What ${parts.b} says here has to be said by somebody else.` }));
    scenarios.push({ ...made, consequences, likelihood: Math.round(100 * 0.3 * 0.8 ** scenarios.length) / 100 });
  }
  return `{"scenarios":[\n${scenarios.map((each) => JSON.stringify(each)).join(',\n')}\n]}`;
}
