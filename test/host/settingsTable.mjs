// npm run docs: writes the table of settings into README.md, from the manifest. With --check it only says whether it is current.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

const BEGIN = '<!-- settings: written by npm run docs -->';
const END = '<!-- /settings -->';

/** The table as Markdown: name, what it does, what it is when nobody sets it. */
export function settingsTable() {
  const { contributes } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const words = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.nls.json'), 'utf8'));
  const say = (text = '') => text.replace(/%([^%]+)%/g, (_all, key) => words[key]);
  const rows = [...contributes.configuration]
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap(({ properties }) => Object.entries(properties).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0)))
    .map(([id, setting]) => {
      const told = setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? setting.enumItemLabels;
      const choices = told === undefined ? [] : setting.enum.map((value, index) => `\`${value}\`: ${say(told[index])}`);
      const about = [say(setting.markdownDescription ?? setting.description), ...choices].join('<br>').replace(/\n+/g, ' ').replaceAll('|', '\\|');
      return `| \`${id}\` | ${about} | ${showDefault(setting.default)} |`;
    });
  return ['| Setting | What it does | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function showDefault(value) {
  return value === '' || value === undefined ? '' : `\`${JSON.stringify(value)}\``;
}

/** The README with the table of today in it. */
export function withTable(readme) {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) {
    throw new Error(`README.md has no place for the settings: ${BEGIN} ... ${END}`);
  }
  return `${readme.slice(0, from + BEGIN.length)}\n\n${settingsTable()}\n\n${readme.slice(to)}`;
}

const file = path.join(ROOT, 'README.md');
const readme = fs.readFileSync(file, 'utf8');
const current = withTable(readme) === readme;
if (process.argv.includes('--check')) {
  console.log(current ? 'The table of settings is current.' : 'The table of settings is not current: npm run docs');
  process.exitCode = current ? 0 : 1;
} else if (!current) {
  fs.writeFileSync(file, withTable(readme));
  console.log('README.md: settings written.');
}
