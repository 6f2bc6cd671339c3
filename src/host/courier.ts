// Courier Prime's faces, as they travel with the extension.
import * as vscode from 'vscode';

/** The bytes of the four faces. */
export interface CourierBytes {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
}

export async function readCourier(extension: vscode.Uri): Promise<CourierBytes> {
  const read = (face: string): Thenable<Uint8Array> => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'fonts', `CourierPrime-${face}.ttf`));
  const [regular, bold, italic, boldItalic] = await Promise.all([read('Regular'), read('Bold'), read('Italic'), read('BoldItalic')]);
  return { regular, bold, italic, boldItalic };
}
