// backlot outline: scenes, characters and sets of a script.
import { parse } from '../core/fountain/parse';
import type { Script } from '../core/fountain/script';
import { charactersOf } from '../core/script/characters';
import { locationsOf } from '../core/script/locations';
import { outlineOf, type Scene } from '../core/script/outline';
import { onlyFile, readOptions } from './options';
import type { Verb } from './verb';

export const outlineVerb: Verb = {
  name: 'outline',
  summary: 'scenes, characters and sets',
  usage: 'backlot outline FILE [--json]',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
    const outline = outlineJson(parse(await io.readInput(onlyFile(positionals))));
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
  let eighths = 0;
  for (const { item, line } of outlineOf(script)) {
    if (item.kind === 'section') {
      while ((sections.at(-1)?.depth ?? 0) >= item.depth) {
        sections.pop();
      }
      sections.push(item);
      continue;
    }
    // Pages as eighths add up, until pages are laid out: the issue of the page brings the real ones.
    scenes.push(sceneJson(item, line, 1 + Math.floor(eighths / 8), sections.map(({ text }) => text)));
    eighths += item.eighths;
  }
  const characters = charactersOf(script).map(({ name, speeches, words, scenes: present }) => {
    return { name, speeches, words, scenes: present.map(({ scene }) => scene).filter((scene) => scene >= 0) };
  });
  return { scenes, characters, locations: locationsOf(script) };
}

function sceneJson(scene: Scene, line: number, page: number, sections: readonly string[]): SceneJson {
  const { heading, eighths, seconds, characters, number, synopsis } = scene;
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
    return `${String(line + 1).padStart(5)}  ${(number ?? '').padEnd(5)} ${heading}  (${eighths}/8)\n`;
  });
  const people = characters.map(({ name, speeches, words }) => `${name}: ${speeches} speeches, ${words} words\n`);
  return `${sceneLines.join('')}\n${people.join('')}`;
}
