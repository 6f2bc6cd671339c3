// How the parts of src/models that know no editor say their sentences: English here, vscode.l10n.t in the editor.

/** The same shape as `vscode.l10n.t(message, args)`: `{name}` in the message is replaced by args.name. */
export type Translate = (message: string, args?: Record<string, string | number>) => string;

/** English, for the command line and for tests. */
export const inEnglish: Translate = (message, args = {}) =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
