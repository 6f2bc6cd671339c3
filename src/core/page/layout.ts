// Lays out a script: the one place from which the preview, print, page counts, eighths and durations know its pages.
import type { Block, Script } from '../fountain/script';
import type { Layout, PageOptions } from './page';
import { paginate } from './paginate';
import { settingOf, type Setting } from './setting';
import { titlePageOf } from './titlePage';

/**
 * The script's pages. Never throws, whatever the text. Kept with the script; after an edit, pages on which nothing changed are the
 * same objects, found again by the identity of the blocks they are made of.
 */
export function layoutOf(script: Script, options: PageOptions): Layout {
  const setting = settingOf(options);
  let layout = setting.layouts.get(script);
  if (!layout) {
    layout = lay(script, setting);
    setting.layouts.set(script, layout);
  }
  return layout;
}

function lay(script: Script, setting: Setting): Layout {
  const blocks = new Array<Block>().concat(...script.chunks.map((chunk) => chunk.blocks));
  const titlePage = titlePageOf(blocks[0], setting);
  return {
    script,
    options: setting.options,
    paper: setting.paper,
    numberColumns: setting.numberColumns,
    ...(titlePage && { titlePage }),
    pages: paginate(blocks, setting),
  };
}
