// The end of a rewrite's request: how long it is and may be, who may speak, what the writer wants.
import type { Wish } from '../drafts/draft';
import { paperLength } from '../drafts/draftLength';
import { formatEighths } from '../page/formatLength';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo } from '../suggest/request/clip';
import { tagTokens } from '../suggest/request/part';
import { tagged, withoutTags } from '../suggest/request/tags';

export interface Wished {
  readonly direction?: string;
  readonly wish?: Wish;
  readonly like?: unknown;
}

/**
 * The last part of the request.
 * @param stretch the stretch as it is sent
 * @param room how many tokens it may take; a direction is only cut when it is a page
 */
export function describeWish({ direction, wish = {}, like }: Wished, stretch: string, room: number): string {
  const wanted = direction?.trim() ?? '';
  const rules = [
    'Rewrite what is marked <rewrite>, from its first line to its last, and nothing around it.',
    lengthRule(stretch, wish),
    wish.newCast === true ? 'New people may speak where the direction asks for them.' : 'Nobody speaks who does not speak in the scene already.',
    wish.newHeadings === true ? 'Scene headings may change where the direction asks for it.' : 'Every scene heading stays as it is, with its number, and none is added.',
    ...(like === undefined ? [] : ['Take rhythm, density and tone from <like>; none of its events, objects or lines.']),
    ...(wanted === '' ? ['Make it the best version of itself: tighter, more particular, more playable.'] : ["The writer's direction goes before every rule but those on facts, language and form:"]),
  ].join('\n');
  const left = room - estimateTokens(rules) - tagTokens('direction') - 2;
  const wished = wanted === '' ? '' : clipTo(withoutTags(wanted), Math.max(0, left));
  return `${rules}${wished === '' ? '' : `\n${tagged('direction', wished)}`}`;
}

function lengthRule(stretch: string, { lines, eighths }: Wish): string {
  const now = paperLength(stretch);
  const about = `It takes ${now.lines} printed ${now.lines === 1 ? 'line' : 'lines'} now, ${formatEighths(Math.max(1, now.eighths))} of a page (about 60 characters of action or 35 of dialogue go on a line)`;
  const most = [...(lines === undefined ? [] : [`${lines} printed ${lines === 1 ? 'line' : 'lines'}`]), ...(eighths === undefined ? [] : [`${formatEighths(eighths)} of a page`])];
  return most.length > 0 ? `${about}. It must take at most ${most.join(' and ')}.` : `${about}: stay near that unless the direction asks otherwise.`;
}
