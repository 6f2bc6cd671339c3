// node pdfWords.mjs FILE: the texts of a PDF's pages, as JSON. A process of its own, for tests inside VS Code, where pdf.js cannot be loaded.
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(await readFile(process.argv[2]));
const document = await getDocument({ data, verbosity: 0, isEvalSupported: false, useSystemFonts: false }).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  pages.push({ width: Math.round(page.view[2]), texts: items.map(({ str }) => str.trim()).filter((text) => text !== '') });
}
console.log(JSON.stringify(pages));
