// What a conversion could not carry over as it was, in words for the writer.

export type ReportKind = keyof typeof REPORT_WORDS;

/** One thing to know, how often it happened, and what it was about where that helps. */
export interface Report {
  readonly kind: ReportKind;
  readonly count: number;
  /** Names or words from the script: types, labels, a few places. Never the whole text. */
  readonly detail?: string;
}

// {0} is the count, {1} the detail. Shown as they are by the command line, and through vscode.l10n.t in the editor.
export const REPORT_WORDS = {
  broken: 'The file is damaged at line {0} ({1}). All that could be read is here: compare it with the original.',
  cutShort: 'The file ends in the middle, at line {0}. What stands before is here.',
  newer: 'The file is of a version that Backlot does not know ({1}). Its text is here: look it over.',
  noScript: 'The file has no words of a script in it.',
  template: 'The file is a template, not a script.',
  beats: 'Beats, arcs and titles of scenes, kept as notes: {0} ({1}).',
  alternates: 'Texts that Fountain has no place for, kept as notes: {0} ({1}).',
  omitted: 'Omitted scenes, kept in boneyards: {0}.',
  shots: 'Shots, written as action: {0}.',
  acts: 'Act headings and endings, written as centered lines: {0}.',
  unknownTypes: 'Paragraphs of types that Fountain does not have, written as action: {0} ({1}).',
  orphanSpeech: 'Dialogue and parentheticals without a cue above them, written as action: {0}.',
  silentCue: 'Cues with nothing said below them, written as action: {0}.',
  headingAsAction: 'Scene headings that Fountain cannot tell from prose, written as action: {0}.',
  readsOtherwise: 'Paragraphs that Fountain reads as another element: {0} ({1}).',
  stylesLost: 'Paragraphs without some of their bold, italic or underline, which Fountain cannot say there: {0}.',
  otherStyles: 'Stretches without strikeout, colors or other styles that Fountain does not have: {0}.',
  alignment: 'Paragraphs at the right or justified, written as the others: {0}.',
  capitals: 'Stretches written in capitals, as Final Draft shows them: {0}.',
  bracketsParted: 'Paragraphs with a space between double brackets, which would have opened a note: {0}.',
  numbersChanged: 'Scene numbers with signs that Fountain’s cannot have, replaced by dashes: {0} ({1}).',
  dualApart: 'Dual dialogues that are not two speeches, one below the other here: {0}.',
  revisions: 'Stretches whose revision marks are not carried over: {0}.',
  tags: 'Production tags that are not carried over: {0} ({1}).',
  lockedPages: 'Locked page numbers that are not carried over: {0}.',
  headers: 'Headers, footers and watermarks that are not carried over: {0} ({1}).',
  noteChanged: 'Notes with a space in brackets that would have ended them early: {0}.',
  notInXml: 'Characters that Final Draft’s files cannot hold, shown as “\uFFFD” there: {0}.',
} as const;

/** Counts what happens during one conversion. */
export class Reports {
  private readonly counts = new Map<ReportKind, number>();
  private readonly details = new Map<ReportKind, Set<string>>();

  add(kind: ReportKind, detail?: string, count = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
    if (detail !== undefined && detail !== '') {
      const known = this.details.get(kind) ?? new Set();
      this.details.set(kind, known.add(detail.length > MOST_LETTERS ? `${detail.slice(0, MOST_LETTERS - 1)}…` : detail));
    }
  }

  /** Takes over all that another has counted. */
  addAll(other: Reports): void {
    for (const [kind, count] of other.counts) {
      this.add(kind, undefined, count);
      other.details.get(kind)?.forEach((detail) => this.add(kind, detail, 0));
    }
  }

  list(): Report[] {
    return [...this.counts].map(([kind, count]) => {
      const details = [...(this.details.get(kind) ?? [])];
      const shown = details.slice(0, MOST_DETAILS).join(', ') + (details.length > MOST_DETAILS ? ', …' : '');
      return details.length > 0 ? { kind, count, detail: shown } : { kind, count };
    });
  }
}

const MOST_LETTERS = 120;
const MOST_DETAILS = 8;

/** A report in English. */
export function reportText({ kind, count, detail }: Report): string {
  return REPORT_WORDS[kind].replace(/\{[01]\}/g, (place) => (place === '{0}' ? String(count) : (detail ?? '')));
}
