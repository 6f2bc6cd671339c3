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
  broken: 'The file is not sound XML (line {0}: {1}). Everything that could be read is here: compare the end with the original.',
  cutShort: 'The file ends in the middle. What was there until line {0} is here.',
  newer: 'The file is of a newer version ({1}) than is known here. Its text is kept; look it over.',
  template: 'The file is a template, not a script.',
  beats: 'Kept as notes: {0} beats, summaries or other texts that stand beside the script in Final Draft ({1}).',
  alternates: 'Kept as notes: {0} texts in parts of the file that Fountain has no place for ({1}).',
  omitted: 'Kept in boneyards: {0} omitted scenes.',
  shots: 'Written as action: {0} shots. Fountain has none.',
  acts: 'Written as centered lines: {0} act headings or endings.',
  unknownTypes: 'Written as action: {0} paragraphs of types that Fountain does not have ({1}).',
  orphanSpeech: 'Written as action: {0} lines of dialogue or parentheticals without a cue above them.',
  silentCue: 'Written as action: {0} cues with nothing said below them.',
  headingAsAction: 'Written as action: {0} scene headings that Fountain cannot tell from prose.',
  readsOtherwise: '{0} paragraphs read as another element in Fountain, for example: {1}',
  stylesLost: 'Without their bold, italic or underline: {0} paragraphs, where Fountain’s marks cannot stand.',
  otherStyles: 'Without strikeout, hidden or other styles that Fountain does not have: {0} stretches of text.',
  capitals: 'In capitals, as Final Draft shows them: {0} paragraphs.',
  bracketsParted: 'With a space between double brackets, which would have opened a note: {0} paragraphs.',
  numbersChanged: '{0} scene numbers have letters that Fountain’s cannot have; those are left out: {1}',
  dualApart: 'Not side by side: {0} dual dialogues that are not two speeches.',
  revisions: 'Not carried over: revision marks on {0} stretches of text.',
  tags: 'Not carried over: {0} production tags ({1}).',
  lockedPages: 'Not carried over: {0} locked page numbers.',
  headers: 'Not carried over: the text of headers and footers ({1}).',
  noteChanged: 'With a space in brackets that would have ended them early: {0} notes.',
  notInXml: 'Characters that Final Draft’s files cannot hold are shown as “\uFFFD” there: {0} of them.',
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
