// Words of a model, or of another person's file, without the signs that nobody sees: they turn a line around, or hide in a file's name.

/** Control signs, line ends among them: each run is a space. */
const CONTROL = /[\s\p{Cc}\u2028\u2029]+/gu;
/** Direction signs, spaces of no width, tags. Not the two joiners that scripts and emoji need. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text on one line, with nothing in it that is not seen. */
export function plainText(text: string): string {
  return text.replace(CONTROL, ' ').replace(HIDDEN, '').replace(HALVES, '').replace(/ +/g, ' ').trim();
}
