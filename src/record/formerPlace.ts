// Where a script's record may be looked for under a place it had before: a ledger can come from anybody, and say any place.

/** An address, as far as its place goes. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  /** Without `..` in it. */
  readonly path: string;
}

/** Whether a place is in a folder, or deeper. */
export function isInside(place: Place, folder: Place): boolean {
  const path = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return place.scheme === folder.scheme && place.authority === folder.authority && place.path.startsWith(path) && !/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(place.path);
}

/**
 * Whether a former place is followed: inside the folders that the writer has opened, or where this installation itself
 * noted the move.
 * @param by the name of the entry's installation; empty for an entry of this one that waits to be written
 * @param device this installation's name in its entries; undefined where it has written none
 */
export function isFollowed(former: Place, folders: readonly Place[], by: string, device: string | undefined): boolean {
  return folders.some((folder) => isInside(former, folder)) || by === '' || by === device;
}
