// Fountain to Final Draft. What Final Draft has no place for travels with it in notes, and to the letter in instructions.
import type { Script } from '../fountain/script';
import type { Layout } from '../page/page';
import { sceneLengthsOf } from '../page/sceneLengths';
import { documentEnd, documentHead, type DocumentLook } from './fdxDocument';
import { itemsOf } from './scriptItems';
import type { FdxTags } from './productionTags';
import { Reports, type Report } from './report';
import { titlePageXml } from './titlePageXml';
import { contentXml } from './writeContent';

export interface ToFdx {
  /** The file's text: XML 1.0, to be saved in UTF-8. */
  readonly fdx: string;
  readonly reports: readonly Report[];
}

/** Converts a script. Given its layout, scenes carry their page and eighths, and Final Draft gets the layout's page. Never throws. @param tags what a production tags in it */
export function toFdx(source: Script | Layout, tags?: FdxTags): ToFdx {
  const layout = 'pages' in source ? source : undefined;
  const script = 'pages' in source ? source.script : source;
  const reports = new Reports();
  const { titlePage, items, allCaps } = itemsOf(script, tags?.spans);
  const look: DocumentLook = {
    allCaps,
    paper: layout?.options.paper ?? 'letter',
    blankRowsAboveHeadings: layout?.options.blankRowsAboveHeadings ?? 1,
    more: layout?.options.more ?? '(MORE)',
    continued: layout?.options.continued ?? "(CONT'D)",
  };
  const content = contentXml(items, layout ? sceneLengthsOf(layout) : [], reports);
  return { fdx: documentHead() + content + documentEnd(look, titlePageXml(titlePage), tags?.xml), reports: reports.list() };
}
