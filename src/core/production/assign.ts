// The best assignment of rows to columns: each at most once, the sum of what the pairs are worth the greatest there is.

export interface Pair {
  readonly row: number;
  readonly column: number;
  /** Above 0. */
  readonly worth: number;
}

/** A part with more rows or columns than this is assigned best pair first: exact work grows with the cube. */
const MOST = 300;

/**
 * The pairs of the best assignment, in no order. Pairs that have nothing to do with each other are assigned apart, each part by the
 * Hungarian method, so that a long list of mostly clear cases costs little.
 */
export function assign(pairs: readonly Pair[]): Pair[] {
  return partsOf(pairs).flatMap((part) => {
    const rows = [...new Set(part.map(({ row }) => row))];
    const columns = [...new Set(part.map(({ column }) => column))];
    if (part.length === 1) {
      return part;
    }
    return rows.length > MOST || columns.length > MOST ? bestFirst(part) : hungarian(part, rows, columns);
  });
}

/** Pairs that share rows or columns, directly or by others. */
function partsOf(pairs: readonly Pair[]): Pair[][] {
  const parents = new Map<number, number>();
  // Rows are even, columns odd.
  const rootOf = (start: number): number => {
    let node = start;
    for (let up = parents.get(node) ?? node; up !== node; up = parents.get(node) ?? node) {
      parents.set(node, parents.get(up) ?? up);
      node = up;
    }
    return node;
  };
  for (const { row, column } of pairs) {
    parents.set(rootOf(2 * row), rootOf(2 * column + 1));
  }
  const parts = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const root = rootOf(2 * pair.row);
    const part = parts.get(root) ?? [];
    parts.set(root, part);
    part.push(pair);
  }
  return [...parts.values()];
}

function bestFirst(part: readonly Pair[]): Pair[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  return [...part]
    .sort((a, b) => b.worth - a.worth || a.row - b.row || a.column - b.column)
    .filter(({ row, column }) => {
      const free = !rows.has(row) && !columns.has(column);
      if (free) {
        rows.add(row);
        columns.add(column);
      }
      return free;
    });
}

/** The Hungarian method with potentials, a row at a time by shortest paths. A pair that is not there is worth nothing and is left out in the end. */
function hungarian(part: readonly Pair[], rows: readonly number[], columns: readonly number[]): Pair[] {
  if (rows.length > columns.length) {
    const turned = part.map(({ row, column, worth }) => ({ row: column, column: row, worth }));
    return hungarian(turned, columns, rows).map(({ row, column, worth }) => ({ row: column, column: row, worth }));
  }
  const rowAt = new Map(rows.map((row, at) => [row, at + 1]));
  const columnAt = new Map(columns.map((column, at) => [column, at + 1]));
  const width = columns.length + 1;
  const worths = new Float64Array((rows.length + 1) * width);
  for (const { row, column, worth } of part) {
    worths[(rowAt.get(row) ?? 0) * width + (columnAt.get(column) ?? 0)] = worth;
  }
  const taken = rowsOfColumns(worths, rows.length, width);
  return part.filter(({ row, column }) => taken[columnAt.get(column) ?? 0] === rowAt.get(row));
}

/** The row of each column, both from 1; 0 for none. */
function rowsOfColumns(worths: Float64Array, height: number, width: number): Int32Array {
  const taken = new Int32Array(width);
  const ofRow = new Float64Array(height + 1);
  const ofColumn = new Float64Array(width);
  for (let row = 1; row <= height; row++) {
    const least = new Float64Array(width).fill(Infinity);
    const from = new Int32Array(width);
    const done = new Uint8Array(width);
    taken[0] = row;
    let column = 0;
    do {
      done[column] = 1;
      const at = taken[column] ?? 0;
      let step = Infinity;
      let next = 0;
      for (let to = 1; to < width; to++) {
        if (done[to] === 1) {
          continue;
        }
        const cost = -(worths[at * width + to] ?? 0) - (ofRow[at] ?? 0) - (ofColumn[to] ?? 0);
        if (cost < (least[to] ?? 0)) {
          least[to] = cost;
          from[to] = column;
        }
        if ((least[to] ?? 0) < step) {
          step = least[to] ?? 0;
          next = to;
        }
      }
      for (let to = 0; to < width; to++) {
        if (done[to] === 1) {
          ofRow[taken[to] ?? 0] = (ofRow[taken[to] ?? 0] ?? 0) + step;
          ofColumn[to] = (ofColumn[to] ?? 0) - step;
        } else {
          least[to] = (least[to] ?? 0) - step;
        }
      }
      column = next;
    } while (taken[column] !== 0);
    while (column !== 0) {
      const before = from[column] ?? 0;
      taken[column] = taken[before] ?? 0;
      column = before;
    }
  }
  taken[0] = 0;
  return taken;
}
