// A draft's two files: the address of its old side (the script as it stands) and of its new side (the draft itself).
import * as vscode from 'vscode';

export const DRAFT_SCHEME = 'backlot-draft';
/** Each draft is kept under its own key, so that a change of one writes one. */
export const DRAFT_KEY = 'draft:';

export type Side = 'old' | 'new';

/** What the sides are called in an address: it is read above the editor. */
const FOLDERS: Readonly<Record<Side, string>> = { old: 'script', new: 'draft' };

/** By its ending a screenplay, so that both sides are coloured as one. The id is no folder: nobody should have to read it. */
export function addressOf(id: string, side: Side, title: string): vscode.Uri {
  const name = title.replace(/[\\/:*?"<>|#%\p{Cc}]+/gu, ' ').trim().slice(0, 80) || 'draft';
  return vscode.Uri.from({ scheme: DRAFT_SCHEME, authority: id, path: `/${FOLDERS[side]}/${name}.fountain` });
}

/** Whose side an address is; undefined for any other file. */
export function readAddress({ scheme, authority, path }: vscode.Uri): { readonly id: string; readonly side: Side } | undefined {
  const folder = path.split('/')[1];
  const side = folder === FOLDERS.old ? 'old' : folder === FOLDERS.new ? 'new' : undefined;
  return scheme === DRAFT_SCHEME && authority !== '' && side ? { id: authority, side } : undefined;
}
