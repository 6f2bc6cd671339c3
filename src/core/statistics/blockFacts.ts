// What a block says, counted: the words of its action and of its speeches, and how each speech ends. Kept with the block.
import { speechEnd, type Character, type Element } from '../fountain/elements';
import { plainText, printedText } from '../fountain/inline';
import type { Block } from '../fountain/script';
import { canonicalName } from '../script/names';
import { countWords } from '../script/speeches';

/** How a speech ends: cut off by a dash, trailing off in dots, or said to its end. */
export type Ending = 'cutOff' | 'trailsOff' | 'complete';

/** A speech as its block knows it: offset and line of its cue from the block's start. */
export interface SpeechFacts {
  readonly kind: 'speech';
  readonly name: string;
  readonly from: number;
  readonly line: number;
  readonly to: number;
  readonly words: number;
  readonly ending: Ending;
  /** What is said, as it prints, without parentheticals: one text for each element. */
  readonly said: readonly string[];
}

/** Something else that prints. Whether a heading or prose stands between two speeches decides if one answers the other at once. */
export interface PrintedFacts {
  readonly kind: 'sceneHeading' | 'action' | 'other';
  readonly from: number;
  readonly words: number;
}

export type Fact = SpeechFacts | PrintedFacts;

const ofBlock = new WeakMap<Block, readonly Fact[]>();

/** What prints in a block, in order, counted. */
export function blockFacts(block: Block): readonly Fact[] {
  let facts = ofBlock.get(block);
  if (!facts) {
    facts = readFacts(block.elements);
    ofBlock.set(block, facts);
  }
  return facts;
}

function readFacts(elements: readonly Element[]): Fact[] {
  const facts: Fact[] = [];
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    switch (element?.kind) {
      case 'character': {
        const end = speechEnd(elements, at + 1);
        if (end > at + 1) {
          facts.push(readSpeech(element, elements.slice(at + 1, end)));
          at = end - 1;
        } else {
          facts.push({ kind: 'other', from: element.from, words: 0 });
        }
        break;
      }
      case 'action':
      case 'centered':
        facts.push({ kind: 'action', from: element.from, words: countWords(element.text) });
        break;
      case 'sceneHeading':
        facts.push({ kind: 'sceneHeading', from: element.from, words: 0 });
        break;
      case 'transition':
      case 'lyrics':
        facts.push({ kind: 'other', from: element.from, words: 0 });
        break;
      default:
        break;
    }
  }
  return facts;
}

function readSpeech(cue: Character, parts: readonly Element[]): SpeechFacts {
  const said: string[] = [];
  let words = 0;
  let to = cue.to;
  for (const part of parts) {
    if (part.kind === 'dialogue' || part.kind === 'lyrics') {
      words += countWords(part.text);
      said.push(plainText(printedText(part.text)));
    }
    to = part.to;
  }
  return { kind: 'speech', name: canonicalName(cue.name), from: cue.from, line: cue.line, to, words, ending: endingOf(said.at(-1) ?? ''), said };
}

// Closing quotes and brackets may stand behind the dash. One hyphen is a word left hanging: writers type it for a dash.
const CUT_OFF = /(?:-|–|—|―|⸺|⸻)["'”’»)\]\s]*$/u;
const TRAILS_OFF = /(?:…|\.\s?\.|。。|⋯)["'”’»)\]\s]*$/u;

/** How words break off: a dash cuts them off, dots let them trail away. */
export function endingOf(said: string): Ending {
  return CUT_OFF.test(said) ? 'cutOff' : TRAILS_OFF.test(said) ? 'trailsOff' : 'complete';
}
