// Finds fonts on the system that have what Courier Prime lacks: typewriter-like ones first, a script's usual ones next, then any.
import { openFaces, type Face } from './face';

/** Where fonts are. Given in: print reads no files. */
export interface FontSource {
  /** Paths of font files, in any order. Unreadable folders are simply not among them. */
  list(): Promise<readonly string[]>;
  /** A file's bytes; undefined where it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface FallbackSearch {
  readonly source: FontSource;
  /** Font files that the writer named: looked at first. */
  readonly chosen: readonly string[];
  readonly signal?: AbortSignal;
}

interface Usual {
  readonly script: RegExp;
  /** File names without their ending, in order of preference. */
  readonly files: readonly RegExp[];
}

// Of fixed width: beside Courier they look as if they belonged there.
const TYPEWRITERS = [
  /^(cour|courier ?new)$/i, /^LiberationMono-Regular$/i, /^Cousine-Regular$/i, /^NimbusMonoPS-Regular$/i, /^FreeMono$/i, /^DejaVuSansMono$/i, /^(Menlo|Monaco)$/i, /^consola$/i,
  /^NotoSansMono-Regular$/i, /^RobotoMono-Regular$/i, /^UbuntuMono-R$/i, /^IBMPlexMono-Regular$/i,
];

const USUAL: readonly Usual[] = [
  {
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
    files: [
      /^NotoSansMonoCJK/i, /^NotoSansCJK-Regular/i, /^SourceHanSans/i, /^NotoSans(JP|SC|TC|HK)/i, /^(ipag|ipagothic|TakaoGothic|VL-Gothic-Regular)$/i, /^wqy-/i, /^DroidSansFallback/i,
      /^(msgothic|YuGothR|yugothic|meiryo|simsun|msyh|mingliu|msjh|simhei)$/i, /^(Hiragino|ヒラギノ|PingFang|STHeiti|Songti|Osaka)/i, /^unifont/i,
    ],
  },
  { script: /\p{Script=Hangul}/u, files: [/^NotoSansMonoCJK/i, /^NotoSansCJK-Regular/i, /^NotoSansKR/i, /^NanumGothicCoding$/i, /^Nanum/i, /^(malgun|gulim|batang)$/i, /^AppleSDGothicNeo/i, /^wqy-/i, /^unifont/i] },
  { script: /\p{Script=Arabic}/u, files: [/^DejaVuSansMono$/i, /^Noto(Sans|Naskh)Arabic/i, /^(arial|tahoma|segoeui|times)$/i, /^(GeezaPro|Baghdad|Damascus)/i, /^DejaVuSans$/i, /^FreeSerif$/i] },
  { script: /\p{Script=Hebrew}/u, files: [/^(cour|courier ?new)$/i, /^(Miriam|MiriamMonoCLM)/i, /^NotoSansHebrew/i, /^(arial|david|segoeui)$/i, /^(ArialHB|Arial Hebrew|NewPeninimMT)/i, /^DejaVuSans$/i, /^FreeMono$/i] },
  { script: /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}]/u, files: [/^Lohit/i, /^NotoSans(Devanagari|Bengali|Gurmukhi|Gujarati|Tamil|Telugu|Kannada|Malayalam|Oriya|Sinhala)/i, /^(mangal|nirmala|latha)$/i, /^(DevanagariMT|KohinoorDevanagari|Kohinoor|Tamil ?MN)/i, /^FreeSerif$/i] },
  { script: /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, files: [/^(TlwgTypo|TlwgMono)/i, /^NotoSans(Thai|Lao|Khmer|Myanmar)/i, /^(cordia|leelawad|tahoma|daunpenh)$/i, /^(Thonburi|Ayuthaya)/i, /^FreeSerif$/i] },
  { script: /[\p{Extended_Pictographic}\p{So}\p{Sm}\p{Sk}\p{No}\p{Script=Braille}]/u, files: [/^DejaVuSans$/i, /^NotoEmoji/i, /^NotoSansSymbols/i, /^(seguisym|seguiemj)$/i, /^Apple Symbols$/i, /^Symbola/i, /^FreeSerif$/i] },
];
// When nothing usual is there: fonts with many scripts.
const BROAD = [/^DejaVuSans$/i, /^Arial Unicode/i, /^(arial|segoeui|tahoma)$/i, /^NotoSans-Regular$/i, /^Free(Sans|Serif)$/i, /^LiberationSans-Regular$/i, /^GNUUnifont|^unifont/i];
const NOT_UPRIGHT = /bold|ital|obli|light|thin|black|heavy|condensed|medium|-(b|i|bi|z|m|l)$/i;
// Reading every font of a system with thousands would keep the writer waiting for a character that is likely nowhere.
const MOST_READ = 300;
const SAMPLE = 100;

/** Faces that together show as much of `needed` as the system's fonts can, in the order in which they should be asked. */
export async function findFallbacks(needed: ReadonlySet<string>, { source, chosen, signal }: FallbackSearch): Promise<Face[]> {
  const found: Face[] = [];
  const wanted = new Set(needed);
  const look = async (path: string): Promise<void> => {
    signal?.throwIfAborted();
    const bytes = await source.read(path);
    const faces = bytes ? openFaces(bytes) : [];
    const face = bestOf(faces, wanted);
    if (face) {
      found.push(face);
      showable(face, wanted).forEach((cluster) => wanted.delete(cluster));
    }
  };
  for (const path of wanted.size > 0 ? chosen : []) {
    await look(path);
  }
  if (wanted.size === 0) {
    return found;
  }
  const files = await source.list();
  for (const path of candidates(files, wanted).slice(0, MOST_READ)) {
    if (wanted.size > 0) {
      await look(path);
    }
  }
  return found;
}

/** Font files in the order in which they are worth a look for these characters. */
export function candidates(files: readonly string[], wanted: ReadonlySet<string>): string[] {
  const text = [...wanted].join('');
  const fonts = files.filter((path) => /\.(ttf|otf|ttc|otc)$/i.test(path)).map((path) => ({ path, name: path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '') }));
  const usual = USUAL.filter(({ script }) => script.test(text)).map(({ files: names }) => names);
  // Letters of alphabets that typewriters know are looked for there first; whole other scripts in their usual fonts.
  const patterns = [...(/[\p{L}\p{P}\p{S}]/u.test(withoutUsual(text)) ? TYPEWRITERS : []), ...usual.flat(), ...TYPEWRITERS, ...BROAD];
  const ordered = patterns.flatMap((pattern) => fonts.filter(({ name }) => pattern.test(name)));
  const rest = [...fonts].sort((a, b) => Number(NOT_UPRIGHT.test(a.name)) - Number(NOT_UPRIGHT.test(b.name)) || a.path.localeCompare(b.path, 'en'));
  return [...new Set([...ordered, ...rest].map(({ path }) => path))];
}

function withoutUsual(text: string): string {
  return USUAL.reduce((left, { script }) => left.replace(new RegExp(script.source, 'gu'), ''), text);
}

const showable = (face: Face, wanted: ReadonlySet<string>): string[] => [...wanted].filter((cluster) => face.formOf(cluster) !== undefined);

/** Of a collection the face that shows most; among equals one of fixed width, and one for the script's own language. */
function bestOf(faces: readonly Face[], wanted: ReadonlySet<string>): Face | undefined {
  const text = [...wanted].join('');
  const language = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? /JP|Japan|Hira/ : /\p{Script=Hangul}/u.test(text) ? /KR|Korea/ : /SC|CN|GB/;
  // Faces of a collection have much the same characters: a sample tells them apart, and all would take seconds for a script in Chinese.
  const sample = faces.length === 1 ? wanted : new Set([...wanted].slice(0, SAMPLE));
  const rated = faces.map((face) => {
    const name = nameOf(face);
    return { face, shown: showable(face, sample).length, rank: (language.test(name) ? 2 : 0) + (/Mono/i.test(name) ? 1 : 0) - (NOT_UPRIGHT.test(name) ? 4 : 0) };
  });
  rated.sort((a, b) => b.shown - a.shown || b.rank - a.rank);
  return rated[0] && rated[0].shown > 0 ? rated[0].face : undefined;
}

function nameOf(face: Face): string {
  try {
    return face.shapes.postscriptName;
  } catch {
    return '';
  }
}
