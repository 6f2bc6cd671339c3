// What the recorder noted in the moment it happened, until an entry is made of it.
import type * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import type { Accepted, Asked, Recording } from './recorder';

/** The entry's id, when it happened (ISO 8601, UTC), and the script's address. */
export interface Noted {
  readonly id: string;
  readonly time: string;
  readonly uri: string;
}

export type Told =
  | (Noted & { readonly kind: 'offer'; readonly asked: Asked; readonly script: Script; readonly texts: readonly string[]; readonly how: Parameters<Recording['end']>[0] })
  | (Noted & { readonly kind: 'accept'; readonly accepted: Accepted; readonly script: Script })
  | (Noted & { readonly kind: 'undo'; readonly accept: string; readonly again: boolean })
  | (Noted & { readonly kind: 'decline'; readonly offer: string; readonly alternatives?: readonly string[] });

export type Happening =
  | Told
  | { readonly kind: 'saved'; readonly document: vscode.TextDocument }
  | { readonly kind: 'renamed'; readonly files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[] };
