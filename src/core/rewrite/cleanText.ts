// Takes out of a model's text what nobody sees and what changes what is seen: controls, direction signs, halves of characters.

/** Signs that other systems end lines with. */
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
// The joiners (U+200C, U+200D) and the marks U+200E, U+200F are part of how many languages are written.
// These are what must go.
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with "\n" for line ends and without what cannot be seen. A character must be given whole, with a CRLF as one. */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNSEEN, '').replace(HALVES, '');
}

/** Cleans a text that comes in pieces, which may part a character or a CRLF. */
export function createCleaner(): { push(text: string): string; end(): string } {
  let half = '';
  return {
    push(text) {
      const all = half + text;
      half = /[\ud800-\udbff\r]$/.exec(all)?.[0] ?? '';
      return cleanText(all.slice(0, all.length - half.length));
    },
    end: () => cleanText(half),
  };
}
