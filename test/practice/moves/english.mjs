// What somebody can do with a line instead of saying it, in English: each move takes its words from the scene.
// A line may ask for something the scene does not have (a thing, another name): then it gives undefined and is left out.

/**
 * @typedef {object} Scene  what a line can be made of
 * @property {import('../things.mjs').Thing} thing  near the speech
 * @property {import('../things.mjs').Thing} held   near the speech, small enough to be handed over
 * @property {string} other   who spoke before, as one says the name
 * @property {string} third   somebody else of the script
 * @property {string} echo    the last words of who spoke before
 * @property {boolean} asked  whether that was a question
 * @property {string} short   a part of the speech that stands alone
 * @property {string} own     something they said earlier in the scene
 * @property {string} place   where they are: "booth"
 * @property {string} now     "tonight", "today", "now"
 */

const the = (thing) => `the ${thing.name}`;
const a = (thing) => `${/^[aeiou]/.test(thing.name) ? 'an' : 'a'} ${thing.name}`;
const is = (thing) => (thing.plural ? 'are' : 'is');
const was = (thing) => (thing.plural ? 'were' : 'was');
const it = (thing) => (thing.plural ? 'they' : 'it');
const cap = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A line that needs these parts of the scene. */
const needs = (parts, line) => (scene) => (parts.every((part) => scene[part]) ? line(scene) : undefined);

/** [family, tags, intent, line]; lines of one family are never offered together. */
export const ENGLISH_MOVES = [
  ['thing', 'subtext plain', 'deflects', needs(['held'], (s) => `Mind ${the(s.held)}, would you.`)],
  ['thing', 'subtext funny', 'changes subject', needs(['held'], (s) => (s.held.plural ? `Whose ${s.held.name} are those?` : `Whose ${s.held.name} is that?`))],
  ['thing', 'subtext plain', 'half listens', needs(['thing'], (s) => `I was looking at ${the(s.thing)}. Go on.`)],
  ['thing', 'subtext sad', 'notices otherwise', needs(['held'], (s) => `You've moved ${the(s.held)}.`)],
  ['thing', 'subtext plain', 'buys time', needs(['held'], (s) => `Put ${the(s.held)} down first.`)],
  ['thing', 'subtext sad warm', 'lets slip', needs(['held'], (s) => `I would have kept ${the(s.held)}, you know.`)],
  ['thing', 'subtext', 'looks away', needs(['thing'], (s) => `Somebody ought to see to ${the(s.thing)}.`)],
  ['thing', 'subtext fear', 'listens hard', needs(['thing'], (s) => `Wait. ${cap(the(s.thing))}. Did you hear that?`)],
  ['thing', 'subtext sad', 'drifts back', needs(['held'], (s) => (s.held.plural ? `I had ${s.held.name} like that once.` : `I had ${a(s.held)} like that once.`))],
  ['thing', 'subtext warm', 'fusses', needs(['held'], (s) => `${s.held.plural ? 'Do' : 'Does'} ${the(s.held)} look all right to you?`)],
  ['joke', 'funny question', 'offers choice', needs(['held'], (s) => `Do you want the truth, or do you want ${the(s.held)}?`)],
  ['joke', 'funny', 'dry aside', needs(['thing'], (s) => `Ask ${the(s.thing)}. ${cap(it(s.thing))} ${was(s.thing)} here too.`)],
  ['joke', 'funny', 'plays safe', needs(['thing'], (s) => `I'd answer, but ${the(s.thing)} ${is(s.thing)} listening.`)],
  ['joke', 'funny', 'mocks gently', needs(['thing'], (s) => `Next you'll be asking ${the(s.thing)}.`)],
  ['joke2', 'funny cold', 'mock grand', needs(['echo'], (s) => `"${cap(s.echo)}." Somebody write that down, and then lose it.`)],
  ['joke2', 'funny', 'stalls', needs(['thing'], (s) => `Give me a minute. Give ${the(s.thing)} a minute as well.`)],
  ['joke3', 'funny', 'shrugs off', needs(['place'], (s) => `Worse has been said in this ${s.place}. Most of it by me.`)],
  ['joke3', 'funny cold', 'damns politely', needs(['thing'], (s) => `I've had warmer talks with ${the(s.thing)}.`)],
  ['quiet', 'short plain cold subtext', 'goes quiet', needs(['now'], (s) => `Not ${s.now}.`)],
  ['quiet', 'short plain subtext fear', 'ducks out', () => "Somebody's coming."],
  ['quiet', 'plain subtext', 'puts off', () => 'Ask me tomorrow.'],
  ['quiet', 'short plain sad', 'shuts down', needs(['other'], (s) => `Don't, ${s.other}.`)],
  ['quiet', 'short cold', 'closes it', () => "That'll do."],
  ['quiet', 'short cold subtext', 'gives nothing', () => 'I heard you.'],
  ['quiet', 'short sad subtext', 'lets go', needs(['other'], (s) => `Leave it, ${s.other}.`)],
  ['ask', 'question plain', 'asks back', needs(['echo'], (s) => `${cap(s.echo)}? Who told you that?`)],
  ['ask', 'question plain subtext', 'asks why', needs(['now'], (s) => `Why ${s.now}? Why not a year ago?`)],
  ['ask', 'question subtext plain', 'misreads them', needs(['thing'], (s) => `Is this about ${the(s.thing)}?`)],
  ['ask', 'question cold angry', 'turns round', needs(['thing'], (s) => `Since when do you care about ${the(s.thing)}?`)],
  ['ask', 'question warm', 'sees through', needs(['asked'], () => 'How long have you been waiting to ask me that?')],
  ['ask', 'question angry', 'calls bluff', () => 'You want me to say it?'],
  ['ask', 'question subtext', 'turns tables', needs(['asked'], () => 'What would you do with the answer?')],
  ['ask', 'question fear', 'tests them', needs(['asked'], () => 'And if I said yes?')],
  ['ask', 'question warm', 'asks softly', needs(['other'], (s) => `What would you have said, ${s.other}?`)],
  ['echo', 'cold angry plain', 'repeats them', needs(['echo'], (s) => `"${cap(s.echo)}." Listen to yourself.`)],
  ['echo', 'cold', 'files it', needs(['echo'], (s) => `"${cap(s.echo)}." Noted.`)],
  ['echo', 'sad warm', 'echoes softly', needs(['echo', 'other'], (s) => `${cap(s.echo)}, ${s.other}. That's one way to put it.`)],
  ['echo', 'subtext funny', 'weighs words', needs(['echo'], (s) => `"${cap(s.echo)}." Is that what we're calling it?`)],
  ['admit', 'plain warm', 'gives in', needs(['short'], (s) => `All right. ${s.short} There, I've said it.`)],
  ['admit', 'plain sad', 'comes clean', needs(['short'], (s) => `${s.short} That's all it ever was.`)],
  ['admit', 'plain subtext sad', 'half admits', needs(['short'], (s) => `${s.short} Don't make me say the rest.`)],
  ['admit', 'angry cold', 'accuses back', needs(['short'], (s) => `${s.short} And you knew.`)],
  ['admit', 'warm sad', 'comes late', needs(['short'], (s) => `I should have told you sooner. ${s.short}`)],
  ['third', 'plain subtext', 'hides behind', needs(['third'], (s) => `${s.third} would have told you the same.`)],
  ['third', 'cold angry question', 'smells plot', needs(['third'], (s) => `Did ${s.third} put you up to this?`)],
  ['third', 'funny short', 'passes on', needs(['third'], (s) => `Ask ${s.third}.`)],
  ['third', 'cold angry', 'dares them', needs(['third'], (s) => `Say that in front of ${s.third}.`)],
  ['third', 'lie', 'blames another', needs(['third'], (s) => `It was ${s.third}. I was never there.`)],
  ['place', 'cold plain', 'wrong place', needs(['place'], (s) => `Not here. Not in this ${s.place}.`)],
  ['place', 'funny plain', 'mocks place', needs(['place'], (s) => `You picked a ${s.place} for this?`)],
  ['cold', 'cold', 'ends it', () => 'You have your answer.'],
  ['cold', 'cold', 'withdraws', () => 'If you say so.'],
  ['cold2', 'cold angry', 'sends away', needs(['held'], (s) => `Take ${the(s.held)} and go.`)],
  ['cold2', 'cold', 'pulls rank', needs(['other'], (s) => `I wasn't asking, ${s.other}.`)],
  ['warm', 'warm', 'makes room', needs(['thing'], (s) => `Sit down a minute. ${cap(the(s.thing))} can wait.`)],
  ['warm', 'warm', 'takes side', needs(['asked', 'other'], (s) => `I'd have asked the same, ${s.other}.`)],
  ['warm2', 'warm', 'offers something', needs(['held'], (s) => `Here. Have ${the(s.held)}. Then we'll talk.`)],
  ['warm2', 'warm', 'reassures', needs(['other', 'short'], (s) => `You're all right, ${s.other}. ${s.short}`)],
  ['warm3', 'warm sad', 'lowers guard', needs(['asked'], () => "I'm glad it was you who asked.")],
  ['warm3', 'warm', 'reaches out', needs(['other'], (s) => `Stay, ${s.other}. Stay until I've found the words.`)],
  ['angry', 'angry', 'snaps', needs(['echo'], (s) => `${cap(s.echo)}? ${cap(s.echo)}?`)],
  ['angry2', 'angry', 'draws line', needs(['thing'], (s) => `One more word about ${the(s.thing)}. One.`)],
  ['lie', 'lie', 'denies it', needs(['thing'], (s) => `I never went near ${the(s.thing)}.`)],
  ['lie2', 'lie', 'plays forgetful', () => "I don't remember saying that."],
  ['lie3', 'lie', 'too casual', needs(['held'], (s) => `What, ${the(s.held)}? Found ${s.held.plural ? 'them' : 'it'}. Why?`)],
  ['fear', 'fear', 'stalls afraid', needs(['thing'], (s) => `Keep your voice down. ${cap(the(s.thing))}.`)],
  ['fear2', 'fear', 'asks leave', needs(['other'], (s) => `Can we go, ${s.other}? Can we just go?`)],
  ['sad', 'sad', 'drifts off', needs(['thing'], (s) => `I keep looking at ${the(s.thing)}. I don't know why.`)],
  ['own', 'own plain', 'calls back', needs(['own'], (s) => `${s.own} I haven't changed my mind.`)],
  ['own', 'own cold', 'says again', needs(['own'], (s) => `As I said. ${s.own}`)],
  ['own2', 'own', 'keeps rhythm', needs(['own', 'short'], (s) => `${s.short} ${s.own}`)],
];
