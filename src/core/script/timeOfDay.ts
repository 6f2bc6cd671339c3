// Day, dusk or night, from what a heading says: for the icon of a scene and the count of day and night work.

export type Light = 'day' | 'dusk' | 'night';

const WORDS: Readonly<Record<Light, RegExp>> = {
  dusk: /DAWN|DUSK|SUNRISE|SUNSET|TWILIGHT|MAGIC HOUR|GOLDEN HOUR|EVENING|AUBE|CRÉPUSCULE|SOIR|ABEND|DÄMMERUNG|AMANECER|ATARDECER|ALBA|TRAMONTO|SERA|AVOND|WIECZÓR|ВЕЧЕР|РАССВЕТ|ЗАКАТ|夕|晨|저녁/u,
  night: /NIGHT|MIDNIGHT|NUIT|NACHT|NOCHE|NOTTE|NOITE|NOC|NATT|НОЧЬ|ΝΥΧΤΑ|夜|晚|밤/u,
  day: /DAY|MORNING|AFTERNOON|NOON|MIDDAY|JOUR|MATIN|MIDI|TAG|MORGEN|MITTAG|D[IÍ]A|MAÑANA|TARDE|GIORNO|MATTINA|MANHÃ|DAG|OCHTEND|DZIEŃ|PORANEK|ДЕНЬ|УТРО|ΜΕΡΑ|日|朝|昼|낮|아침/u,
};
const GOES_ON = /CONTINUOUS|CONT|LATER|SAME|MOMENTS?/u;

/**
 * The light of a scene.
 * @param time what its heading says of the time
 * @param before the light of the scene before: what is continuous or later the same day has it too
 */
export function lightOf(time: string | undefined, before: Light | undefined): Light | undefined {
  const said = time?.toUpperCase() ?? '';
  const named = (['dusk', 'night', 'day'] as const).find((light) => WORDS[light].test(said));
  return named ?? (GOES_ON.test(said) ? before : undefined);
}

/** Light as strips tell it apart: before the day, and after it. */
export type SkyLight = 'day' | 'night' | 'dawn' | 'dusk';

const DAWN = /DAWN|SUNRISE|DAYBREAK|AUBE|MORGENDÄMMERUNG|AMANECER|ALBA|РАССВЕТ|晨|새벽/u;

/**
 * The same with dawn told from dusk. Of MAGIC HOUR and TWILIGHT, which may be either, dusk is taken: there crews mostly find it.
 * @param before the light of the scene before
 * @returns undefined where nothing is said, and nothing said before
 */
export function skyLightOf(time: string | undefined, before: SkyLight | undefined): SkyLight | undefined {
  const said = time?.toUpperCase() ?? '';
  return DAWN.test(said) ? 'dawn' : (lightOf(time, undefined) ?? (isGoingOn(time) ? before : undefined));
}

/** Whether a heading says that its time is the one before: continuous, later, the same. */
export function isGoingOn(time: string | undefined): boolean {
  return GOES_ON.test(time?.toUpperCase() ?? '');
}
