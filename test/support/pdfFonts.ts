// Fonts for tests of print: what the build copies, and one with letters that Courier Prime lacks.
import { readFileSync } from 'node:fs';
import type { CourierPrime } from '../../src/print/face';

/** Courier Prime, as the build copies it. */
export function courierPrime(): CourierPrime {
  const face = (name: string): Uint8Array => new Uint8Array(readFileSync(`node_modules/@expo-google-fonts/courier-prime/${name}/CourierPrime_${name}.ttf`));
  return { regular: face('400Regular'), bold: face('700Bold'), italic: face('400Regular_Italic'), boldItalic: face('700Bold_Italic') };
}

/** A font with Cyrillic and Greek, of proportional width: it comes with pdf.js. */
export function liberationSans(): Uint8Array {
  return new Uint8Array(readFileSync('node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'));
}
