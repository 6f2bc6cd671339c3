// What the AI Use Report's view and the extension say to each other: plain data, ready in the writer's language.

/** How many words are whose. */
export interface Shares {
  readonly words: number;
  readonly human: number;
  readonly offered: number;
  readonly edited: number;
}

/** Shares with their figures as words. */
export interface ToldShares extends Shares {
  /** "1,204", "88%". */
  readonly told: { readonly words: string; readonly human: string; readonly offered: string; readonly edited: string };
  /** All of it in a sentence, for who does not see the bar. */
  readonly sentence: string;
}

export interface SceneRow {
  readonly label: string;
  readonly target: number;
  readonly shares: ToldShares;
}

/** A suggestion the writer took. */
export interface TakenRow {
  readonly id: string;
  readonly when: string;
  readonly where: string;
  readonly model: string;
  /** "in the script as offered: 12 of 12 words". */
  readonly state: string;
  readonly role: 'offered' | 'edited' | 'gone';
  /** Its first words as they stand in the script; empty where nothing of it does. */
  readonly words: string;
  readonly target?: number;
}

export interface PlainTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export interface Disclosure {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'warning';
  /** What helps: a setting's page, or saving the script. */
  readonly action?: { readonly id: 'settings' | 'save'; readonly label: string };
}

export interface ReportShown {
  readonly title: string;
  readonly summary: string;
  readonly total: ToldShares;
  /** Scenes with words of a model first of all: `all` has every scene, in order. */
  readonly scenes: readonly SceneRow[];
  readonly allScenes: readonly SceneRow[];
  readonly taken: readonly TakenRow[];
  readonly models: PlainTable;
  readonly refused: string;
  readonly chain: { readonly whole: boolean; readonly summary: string; readonly findings: readonly string[] };
  readonly disclosures: readonly Disclosure[];
  readonly disclaimer: string;
}

/** Every word of the view that is not of the report. */
export interface Words {
  readonly export: string;
  readonly tint: string;
  readonly human: string;
  readonly offered: string;
  readonly edited: string;
  readonly words: string;
  readonly scenes: string;
  readonly scene: string;
  readonly showAll: string;
  readonly showFewer: string;
  readonly noneInScenes: string;
  readonly taken: string;
  readonly models: string;
  readonly refused: string;
  readonly chain: string;
  readonly disclosures: string;
  readonly copy: string;
  readonly copied: string;
  readonly goTo: string;
  readonly label: string;
}

export type ToRecord =
  | { readonly kind: 'show'; readonly uri: string; readonly notices: readonly Notice[]; readonly report: ReportShown; readonly words: Words }
  | { readonly kind: 'nothing'; readonly uri: string; readonly notices: readonly Notice[]; readonly title: string; readonly hint: string };

export type FromRecord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'goTo'; readonly target: number }
  | { readonly kind: 'export' }
  | { readonly kind: 'tint' }
  | { readonly kind: 'copy'; readonly id: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'save' };

/** What the view says, or claims to. */
export function readFromRecord(said: unknown): FromRecord | undefined {
  if (typeof said !== 'object' || said === null || !('kind' in said)) {
    return undefined;
  }
  const { kind } = said;
  switch (kind) {
    case 'ready':
    case 'export':
    case 'tint':
    case 'settings':
    case 'save':
      return { kind };
    case 'goTo':
      return 'target' in said && typeof said.target === 'number' && Number.isSafeInteger(said.target) && said.target >= 0 ? { kind, target: said.target } : undefined;
    case 'copy':
      return 'id' in said && typeof said.id === 'string' ? { kind, id: said.id } : undefined;
    default:
      return undefined;
  }
}
