// backlot outline: scenes, characters and sets of a script.
import { parse } from '../core/fountain/parse';
import type { Script } from '../core/fountain/script';
import { formatEighths } from '../core/page/formatLength';
import { layoutOf } from '../core/page/layout';
import { STANDARD_PAGE } from '../core/page/page';
import { sceneLengthsOf, type SceneLength } from '../core/page/sceneLengths';
import { charactersOf } from '../core/script/characters';
import { locationsOf } from '../core/script/locations';
import { outlineOf, type Scene } from '../core/script/outline';
import { onlyFile, readOptions } from './options';
import { readScript } from './readScript';
import type { Verb } from './verb';

export const outlineVerb: Verb = {
  name: 'outline',
  summary: 'scenes, characters and sets',
  usage: 'backlot outline FILE [--json]',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
    const outline = outlineJson(parse(await readScript(onlyFile(positionals), io)));
    io.write(values.json ? `${JSON.stringify(outline)}\n` : outlineText(outline));
    return 0;
  },
};

interface SceneJson {
  readonly number?: string;
  readonly heading: string;
  readonly line: number;
  readonly page: number;
  readonly eighths: number;
  readonly seconds: number;
  readonly characters: readonly string[];
  readonly synopsis?: string;
  readonly sections: readonly string[];
}

interface OutlineJson {
  readonly scenes: readonly SceneJson[];
  readonly characters: readonly { name: string; speeches: number; words: number; scenes: number[] }[];
  readonly locations: readonly { set: string; scenes: readonly number[] }[];
}

function outlineJson(script: Script): OutlineJson {
  const scenes: SceneJson[] = [];
  const sections: { text: string; depth: number }[] = [];
  const lengths = sceneLengthsOf(layoutOf(script, STANDARD_PAGE));
  for (const { item, line } of outlineOf(script)) {
    if (item.kind === 'section') {
      while ((sections.at(-1)?.depth ?? 0) >= item.depth) {
        sections.pop();
      }
      sections.push(item);
      continue;
    }
    scenes.push(sceneJson(item, line, lengths[scenes.length], sections.map(({ text }) => text)));
  }
  const characters = charactersOf(script).map(({ name, speeches, words, scenes: present }) => {
    return { name, speeches, words, scenes: present.map(({ scene }) => scene).filter((scene) => scene >= 0) };
  });
  return { scenes, characters, locations: locationsOf(script) };
}

function sceneJson(scene: Scene, line: number, length: SceneLength | undefined, sections: readonly string[]): SceneJson {
  const { heading, characters, number, synopsis } = scene;
  const { page = 1, eighths = 1, seconds = 0 } = length ?? {};
  return {
    ...(number !== undefined && { number }),
    heading,
    line,
    page,
    eighths,
    seconds,
    characters,
    ...(synopsis !== undefined && { synopsis }),
    sections,
  };
}

function outlineText({ scenes, characters }: OutlineJson): string {
  const sceneLines = scenes.map(({ number, heading, line, eighths }) => {
    return `${String(line + 1).padStart(5)}  ${(number ?? '').padEnd(5)} ${heading}  (${formatEighths(eighths)})\n`;
  });
  const people = characters.map(({ name, speeches, words }) => `${name}: ${speeches} speeches, ${words} words\n`);
  return `${sceneLines.join('')}\n${people.join('')}`;
}
