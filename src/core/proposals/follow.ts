// Keeps a proposal on its line while the writer writes: the anchor follows edits, and is found again when the line comes back.
import type { Edit } from '../edits/edit';
import { trimEdit } from '../edits/editList';
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import { canonicalName } from '../script/names';
import { speechAt, speechesOf, type Speech } from '../script/speeches';
import { mapSpan, freshSpans } from './mapSpan';
import type { Anchor, Proposal, Standing, Used } from './proposal';
import { matchOf, sameText, surroundingsOf, WITNESS } from './surroundings';

/** One change of a script: edits in the order they were applied, and the script on both sides of them. */
export interface ScriptStep {
  readonly before: Script;
  readonly edits: readonly Edit[];
  readonly after: Script;
}

/**
 * The proposal after a change of its script. The anchor moves with what is written above it; written inside, the text is
 * compared; and a line that left comes back with undo, with a paste or with its scene, if it is plainly the same line.
 * Gives the same object when nothing about it changed.
 */
export function rebase(proposal: Proposal, step: ScriptStep): Proposal {
  const { anchor } = proposal;
  const seen = anchor.standing === 'here' || anchor.standing === 'used';
  const edits = trimmed(step);
  const { narrow, wide } = mapSpan(anchor, edits);
  const lost = seen ? around(step.before, anchor) : anchor.around;
  // As long as something of the line is at its place, an equal line that comes in elsewhere is a copy.
  const searched = narrow.to > narrow.from ? [wide] : [wide, ...freshSpans(edits)];
  const place = placeAt(proposal, step.after, narrow) ?? placeIn(proposal, step.after, searched, lost);
  if (place) {
    return settle(proposal, step.after, { ...place, around: anchor.around });
  }
  const standing: Standing = narrow.to > narrow.from ? 'changed' : 'gone';
  // Remembered in the moment it is lost: what stood around it is what an undo or a paste brings back with it.
  return settle(proposal, step.after, { ...narrow, standing, around: lost });
}

/**
 * The proposal in a script whose way here is not known: reopened after a reload, or changed outside the editor.
 * Where it stood last is looked at first, then every equal line of the same speaker.
 */
export function relocate(proposal: Proposal, script: Script): Proposal {
  const { anchor } = proposal;
  const span = { from: Math.min(anchor.from, script.length), to: Math.min(anchor.to, script.length) };
  const place = placeIn(proposal, script, [{ from: 0, to: script.length }], anchor.around) ?? unmoved(proposal, script);
  return settle(proposal, script, place ? { ...place, around: anchor.around } : { ...span, standing: span.to > span.from ? 'changed' : 'gone', around: anchor.around });
}

/** The line at its old place with all that stood around it: a scene that is in the script twice does not make it doubtful. */
function unmoved(proposal: Proposal, script: Script): Place | undefined {
  const { anchor } = proposal;
  const place = placeAt(proposal, script, anchor);
  const now = place && around(script, place);
  return now?.before === anchor.around.before && now.after === anchor.around.after ? place : undefined;
}

/** The proposal with what stands around it noted anew: for the moment before its script is closed or saved. */
export function refreshSurroundings(proposal: Proposal, script: Script): Proposal {
  const { anchor } = proposal;
  return anchor.standing === 'here' || anchor.standing === 'used' ? { ...proposal, anchor: { ...anchor, around: around(script, anchor) } } : proposal;
}

/** The edits without what they only write again: a tool that replaces the whole script has changed little of it. */
export function trimmed({ before, edits }: ScriptStep): Edit[] {
  let untouched = before.length;
  return edits.map((edit) => {
    const { offset, removed, inserted } = edit;
    // An editor's edits come from the end to the start: each still meets the text as it was before all of them.
    const known = offset + removed <= untouched;
    untouched = known ? offset : -1;
    if (!known || removed === 0 || inserted.length === 0) {
      return edit;
    }
    const { offset: skipped, ...rest } = trimEdit(sliceOf(before, offset, offset + removed), { ...edit, offset: 0 });
    return { ...rest, offset: offset + skipped };
  });
}

type Place = Span & { readonly standing: 'here' | 'used' };

/** The anchor's speech, if it stands exactly there: no words before or behind it in the same speech. */
export function speechOf(proposal: Proposal, script: Script): Speech | undefined {
  const { from, to } = proposal.anchor;
  const speech = from < to ? speechAt(script, from) : undefined;
  return speech?.from === from && speech.to === to ? speech : undefined;
}

function placeAt(proposal: Proposal, script: Script, span: Span): Place | undefined {
  const speech = speechAt(script, span.from);
  return speech?.from === span.from && speech.to === span.to ? standingOf(proposal, script, speech) : undefined;
}

function standingOf(proposal: Proposal, script: Script, speech: Speech): Place | undefined {
  const text = sliceOf(script, speech.from, speech.to);
  if (sameText(text, proposal.original)) {
    return { from: speech.from, to: speech.to, standing: 'here' };
  }
  return proposal.used && sameText(text, proposal.used.text) ? { from: speech.from, to: speech.to, standing: 'used' } : undefined;
}

/** The one speech in these stretches that is plainly the lost one; none where two could be. */
function placeIn(proposal: Proposal, script: Script, spans: readonly Span[], lost: Anchor['around']): Place | undefined {
  const found = new Map<number, Place>();
  for (const span of spans) {
    for (const speech of speechesTouching(script, span)) {
      const place = canonicalName(speech.name) === canonicalName(proposal.speaker) ? standingOf(proposal, script, speech) : undefined;
      if (place) {
        found.set(place.from, place);
      }
    }
  }
  const places = [...found.values()].map((place) => ({ place, match: matchOf(lost, around(script, place)) }));
  places.sort((a, b) => b.match - a.match);
  const [best, second] = places;
  if (!best || (second && second.match === best.match)) {
    return undefined;
  }
  // "No." is said in every script, and by the same person twice: a short line needs its neighbours as witnesses.
  return best.match >= WITNESS || (places.length === 1 && proposal.original.length >= LONG) ? best.place : undefined;
}

/** From this length on a line that is there once speaks for itself. */
const LONG = 40;

/** Speeches that a stretch touches, those included whose cue stands before it. */
function speechesTouching(script: Script, { from, to }: Span): Speech[] {
  const ends = [speechAt(script, from), speechAt(script, to)].filter((speech) => speech !== undefined);
  return [...ends, ...speechesOf(script, { from, to: to + 1 })];
}

function around(script: Script, span: Span): Anchor['around'] {
  return surroundingsOf(script, span);
}

function settle(proposal: Proposal, script: Script, anchor: Anchor): Proposal {
  const old = proposal.anchor;
  const kept = proposal.kept && { ...proposal.kept, stands: keptStands(proposal.kept, anchor, script) };
  const speaker = anchor.standing === 'here' ? (speechAt(script, anchor.from)?.name ?? proposal.speaker) : proposal.speaker;
  const used = proposal.used && usedAt(proposal.used, anchor.standing);
  const same =
    old.from === anchor.from && old.to === anchor.to && old.standing === anchor.standing && old.around === anchor.around;
  if (same && kept?.stands === proposal.kept?.stands && used === proposal.used && speaker === proposal.speaker) {
    return proposal;
  }
  return { ...proposal, anchor, speaker, ...(used ? { used } : {}), ...(kept ? { kept } : {}) };
}

/** Where the original stands again the yes is taken back: what is written there then changes the line, as if it were fresh. */
function usedAt(used: Used, standing: Standing): Used {
  const undone = standing === 'here' || (standing !== 'used' && used.undone === true);
  if (undone === (used.undone === true)) {
    return used;
  }
  const { undone: _before, ...rest } = used;
  return undone ? { ...rest, undone } : rest;
}

function keptStands(kept: NonNullable<Proposal['kept']>, anchor: Anchor, script: Script): boolean {
  const from = anchor.to + kept.gap;
  const to = from + kept.text.length;
  return to <= script.length && sameText(sliceOf(script, from, to), kept.text);
}
