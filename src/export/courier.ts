// Courier Prime's faces, as they travel with the extension.
import * as vscode from 'vscode';
import type { CourierPrime } from '../print/face';

export async function readCourier(extension: vscode.Uri): Promise<CourierPrime> {
  const read = (face: string): Thenable<Uint8Array> => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'fonts', `CourierPrime-${face}.ttf`));
  const [regular, bold, italic, boldItalic] = await Promise.all([read('Regular'), read('Bold'), read('Italic'), read('BoldItalic')]);
  return { regular, bold, italic, boldItalic };
}
