// What can be done with a strip, a banner or a day, as a menu: by the mouse's other button, by M, by the dots on a day.
import type { SceneStrip, Words } from '../../src/board/protocol';
import { before, edit, stripOf } from './acts';
import { taken } from './choice';
import { say } from './elements';
import type { MenuItem } from './menu';
import { BONEYARD, dayOfKey, proposalShown, stripOrder, TO_PLACE, view } from './view';

/** What can be done with a strip or a day, as a menu. */
export function menuFor(key: string, words: Words): MenuItem[] {
  const day = dayOfKey(key);
  const strip = stripOf(key);
  if (!day || proposalShown()) {
    return strip?.kind === 'scene' ? [{ label: words.goTo, act: () => say({ kind: 'goTo', scene: strip.scene }) }] : [];
  }
  if (strip?.kind === 'banner') {
    return [{ label: words.editBanner, act: () => edit({ op: 'editBanner', strip: key }) }, { label: words.removeBanner, act: () => edit({ op: 'removeBanner', strip: key }) }];
  }
  return strip ? stripMenu(strip, day, words) : dayMenu(day.id, words);
}

function stripMenu(strip: SceneStrip, { id, takes }: { readonly id: string; readonly takes: boolean }, words: Words): MenuItem[] {
  const strips = taken(view.choice, strip.key, stripOrder());
  const days = (view.state?.shown?.days ?? []).filter((day) => day.kind === 'shoot' && day.id !== id);
  return [
    { label: words.goTo, act: () => say({ kind: 'goTo', scene: strip.scene }) },
    ...(strip.state ? [{ label: words.accept, act: () => edit({ op: 'acceptChanges', scenes: [strip.scene] }) }] : []),
    ...(takes ? [
      { label: words.splitDay, apart: true, act: () => edit({ op: 'splitDay', day: id, at: strip.key }) },
      { label: words.addBanner, act: () => edit({ op: 'addBanner', day: id, before: strip.key }) },
    ] : []),
    { label: `${words.moveTo} ${words.newDay}`, apart: true, act: () => edit({ op: 'moveToNewDay', strips, ...after(id) }) },
    ...days.map(({ id: to, name, date }) => ({ label: `→ ${[name, date].filter((each) => each !== undefined).join(' · ')}`, act: () => edit({ op: 'moveStrips', strips, day: to }) })),
    ...(id === BONEYARD ? [] : [{ label: words.toBoneyard, apart: true, act: () => edit({ op: 'toBoneyard', strips }) }]),
  ];
}

/** The day that follows one, for what is put behind it. */
function after(id: string): { readonly before?: string } {
  const days = view.state?.shown?.days ?? [];
  const at = days.findIndex((day) => day.id === id);
  const next = at < 0 ? undefined : days[at + 1]?.id;
  return next === undefined ? {} : { before: next };
}

function dayMenu(id: string, words: Words): MenuItem[] {
  const day = view.state?.shown?.days.find((each) => each.id === id);
  if (!day || id === BONEYARD || id === TO_PLACE) {
    return [];
  }
  const remove = (strips: 'before' | 'after' | 'boneyard') => () => edit({ op: 'removeDay', day: id, strips });
  const shoot: MenuItem[] = [
    { label: `${words.optimise}: ${words.optimiseFromHere}`, act: () => say({ kind: 'optimise', scope: { from: 'day', day: id }, seconds: view.state?.seconds.chosen ?? 10 }) },
    { label: words.call, act: () => say({ kind: 'sheets', sheet: 'call', day: id }) },
    { label: words.addBanner, apart: true, act: () => edit({ op: 'addBanner', day: id, ...before(undefined, day.strips.map(({ key }) => key)) }) },
    { label: words.joinDays, act: () => edit({ op: 'joinDays', day: id }) },
  ];
  const removes: MenuItem[] = day.strips.length === 0 ? [{ label: words.removeDay, apart: true, act: remove('boneyard') }] : [
    { label: `${words.removeDay}: ${words.toDayBefore}`, apart: true, act: remove('before') },
    { label: `${words.removeDay}: ${words.toDayAfter}`, act: remove('after') },
    { label: `${words.removeDay}: ${words.toBoneyard}`, act: remove('boneyard') },
  ];
  return [
    ...(day.kind === 'shoot' ? shoot : []),
    { label: words.noteDay, act: () => edit({ op: 'note', day: id }) },
    { label: words.addDay, apart: true, act: () => edit({ op: 'addDay', ...after(id) }) },
    { label: words.addOff, act: () => edit({ op: 'addOff', ...after(id) }) },
    ...removes,
  ];
}
