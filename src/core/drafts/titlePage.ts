// Whether a text that comes to stand at the very start of a script would be read as its title page.
import { parse } from '../fountain/parse';

/** Its first line tells, so no more is read. */
const READ = 2000;

/** Whether a script with this text at its start has a title page. */
export function beginsTitlePage(text: string): boolean {
  return parse(text.slice(0, READ)).chunks[0]?.blocks[0]?.elements[0]?.kind === 'titlePage';
}
