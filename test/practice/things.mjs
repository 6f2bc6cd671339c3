// Things that a character can look at, hold or blame: what the practice model finds in a scene's action. Singular forms.

const PORTABLE =
  'bag ball basket beer bell biscuit blanket book boot bottle bouquet bowl box bread briefcase bucket cake camera candle cap card cardigan case cassette cheque chip cigarette clock coat coffee coin comb compass crate crown cup dagger diary dish document dress drink drum earring egg envelope file flashlight flower folder fork glass glove guitar gun hammer handkerchief hat headset helmet jacket jar jewel key knife lamp lantern laptop lanyard ledger libretto lighter luggage magazine map mask match medal menu microphone mug napkin necklace newspaper notebook packet pan paper parcel passport pen pencil phone photo photograph picture pie pill pillow pipe pistol plate pocketwatch postcard pot purse radio raincoat recorder ring rope sandwich scarf scissors script shirt shoe shovel spoon stick suitcase sweater sword tape tea telephone telescope ticket tie timetable torch towel toy tray trophy umbrella uniform vase veil violin wallet watch whistle wine'.split(' ');

const FIXED =
  'alarm altar armchair bath bathtub bed bench bicycle bike blackboard boat bonfire booth bridge bus cage cable car chair chandelier cliff counter cupboard curtain desk door drawer elevator engine fan fence fire fireplace fountain freezer fridge garden gate grave jukebox ladder ledge lift lighthouse machine mirror motorcycle organ oven painting piano plane printer refrigerator roof sail screen shelf ship sink sofa stage staircase statue stove table tent theatre train tree truck van wheel window'.split(' ');

const DRINKS = new Set(['coffee', 'tea', 'wine', 'beer', 'bread', 'paper']);

/** @typedef {{ name: string, portable: boolean, plural: boolean }} Thing */

const KNOWN = new Map([...FIXED.map((name) => [name, false]), ...PORTABLE.map((name) => [name, true])]);

/** The thing that a word names, or undefined. */
function thingOf(word) {
  if (KNOWN.has(word)) {
    return { name: word, portable: KNOWN.get(word), plural: word === 'scissors' };
  }
  const singular = [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ves$/, 'f'), word.replace(/ies$/, 'y')].find((form) => form !== word && KNOWN.has(form) && !DRINKS.has(form));
  return singular ? { name: word, portable: KNOWN.get(singular), plural: true } : undefined;
}

/**
 * Things named in a text, the last named first, each once. `not` are words that are names here and no things.
 * @returns {Thing[]}
 */
export function thingsIn(text, not = new Set()) {
  const found = new Map();
  // A capitalised word in the middle of a sentence is a name: "Bridge Street", "the Well".
  for (const [, before, word] of text.matchAll(/(^|[^\p{L}])([\p{Ll}]{3,})(?![\p{L}'’-])/gu)) {
    const thing = before === '-' ? undefined : thingOf(word);
    if (thing && !not.has(word)) {
      found.delete(thing.name);
      found.set(thing.name, thing);
    }
  }
  return [...found.values()].reverse();
}
