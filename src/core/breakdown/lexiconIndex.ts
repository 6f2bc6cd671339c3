// The lexicon made ready for looking up: every form of every entry by its first word, made once when first asked for.
import { FALSE_FRIENDS, LEXICON, type LexiconKind } from './lexicon';

export interface LexiconEntry {
  /** Undefined: a false friend, which only keeps others away. */
  readonly category: string | undefined;
  readonly kind: LexiconKind;
  /** In the singular, or the base form. */
  readonly name: string;
  /** Also something else: needs a word before it that says it is a thing, or capitals. */
  readonly isAmbiguous: boolean;
  readonly inCapitalsOnly: boolean;
  readonly notBefore: readonly string[];
  readonly notBehind: readonly string[];
}

export interface LexiconForm {
  readonly words: readonly string[];
  readonly entry: LexiconEntry;
  /** 'base': the verb as it stands in the lexicon, which is mostly a noun where nothing says otherwise; 'plural': more than one. */
  readonly form: 'single' | 'plural' | 'base' | 'other';
}

/** Forms by their first word, the longest first. */
export type LexiconIndex = ReadonlyMap<string, readonly LexiconForm[]>;

let index: LexiconIndex | undefined;

export function lexiconIndex(): LexiconIndex {
  index ??= readIndex();
  return index;
}

function readIndex(): LexiconIndex {
  const forms = new Map<string, LexiconForm[]>();
  const add = (form: LexiconForm): void => {
    const first = form.words[0] ?? '';
    const there = forms.get(first);
    if (there) {
      there.push(form);
    } else {
      forms.set(first, [form]);
    }
  };
  for (const { category, kind, entries } of LEXICON) {
    splitEntries(entries).forEach((written) => formsOf(written, category, kind).forEach(add));
  }
  for (const written of splitEntries(FALSE_FRIENDS)) {
    add({ words: written.split(' '), form: 'single', entry: { category: undefined, kind: 'thing', name: written, isAmbiguous: false, inCapitalsOnly: false, notBefore: [], notBehind: [] } });
  }
  forms.forEach((list) => list.sort((a, b) => b.words.length - a.words.length));
  return forms;
}

function splitEntries(entries: string): string[] {
  return entries.split(',').map((entry) => entry.replace(/\s+/g, ' ').trim()).filter((entry) => entry !== '');
}

function formsOf(written: string, category: string, kind: LexiconKind): LexiconForm[] {
  const [, names = '', stars = '', rules = ''] = /^([^*^!<]+)([*^]*)(.*)$/.exec(written) ?? [];
  const [name = '', ...others] = names.trim().split('/');
  const list = (sign: string): string[] => [...rules.matchAll(/([!<])([^!<>]*)/g)].filter(([, each]) => each === sign).flatMap(([, , words = '']) => words.split('|').map((word) => word.trim()));
  const entry: LexiconEntry = { category, kind, name, isAmbiguous: stars.includes('*'), inCapitalsOnly: stars.includes('^'), notBefore: list('!'), notBehind: list('<') };
  const of = (text: string, form: LexiconForm['form']): LexiconForm => ({ words: text.split(' '), entry, form });
  if (kind === 'deed') {
    const inflected = name.includes(' ') && others.length > 0 ? [] : verbForms(name, others.length > 0);
    return [of(name, 'base'), ...[...inflected, ...others].map((each) => of(each, 'other'))];
  }
  // One that is its own plural stands for as many as there are.
  return others.includes(name) ? [of(name, 'plural')] : [of(name, 'single'), ...(others.length > 0 ? others : [pluralOf(name)]).map((each) => of(each, 'plural'))];
}

/** Of several words the first is the verb. */
function verbForms(name: string, isIrregular: boolean): string[] {
  const [verb = '', ...rest] = name.split(' ');
  const with_ = (form: string): string => [form, ...rest].join(' ');
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) ? verb + verb.slice(-1) : verb;
  const s = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [s, `${stem}ing`, ...(isIrregular ? [] : [past])].map(with_);
}

/** English plurals by rule: the last word's, or the first's in "flock of birds". */
export function pluralOf(name: string): string {
  const of = name.indexOf(' of ');
  if (of > 0) {
    return pluralOf(name.slice(0, of)) + name.slice(of);
  }
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
