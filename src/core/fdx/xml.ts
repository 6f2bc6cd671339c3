// Words to XML 1.0, well-formed whatever they hold.
import { xmlText } from './pieces';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\t': '&#9;', '\n': '&#10;' };

/** Text between tags. What XML cannot hold is U+FFFD. */
export function escapeText(text: string): string {
  return xmlText(text).replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);
}

/** A tag's attributes, each with a space before it. White space is kept by writing it as characters' numbers. */
export function attributesXml(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value).replace(/[&<>"\t\n]/g, (letter) => ENTITIES[letter] ?? letter)}"`)
    .join('');
}
