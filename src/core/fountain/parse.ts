// Text to Script.
import type { Script } from './script';

export function parse(text: string): Script {
  throw new Error(`not yet: ${text.length}`);
}
