// How much a scenario may hold: what comes from a model or a file is cut or refused beyond it.

/** In UTF-16 units, and in counts for lists. */
export const LIMITS = {
  /** The whole file: many times a developed scenario, and little enough to parse at once. */
  file: 1_000_000,
  id: 100,
  name: 200,
  title: 120,
  logline: 600,
  steer: 4000,
  heading: 300,
  beat: 800,
  beats: 12,
  change: 600,
  consequences: 20,
  /** Scenes of a plan. */
  scenes: 300,
  /** One developed scene. */
  sceneText: 60_000,
} as const;
