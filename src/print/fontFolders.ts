// Where each system keeps its fonts.

/**
 * The folders of a system's fonts, those of all its users first.
 * @param platform as Node.js names it (`process.platform`); undefined in a browser, which has none
 * @param home the user's own folder
 */
export function fontFolders(platform: string | undefined, env: Readonly<Record<string, string | undefined>>, home: string): readonly string[] {
  switch (platform) {
    case undefined:
      return [];
    case 'win32':
      return [`${env['WINDIR'] ?? 'C:\\Windows'}\\Fonts`, `${env['LOCALAPPDATA'] ?? `${home}\\AppData\\Local`}\\Microsoft\\Windows\\Fonts`];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', `${home}/Library/Fonts`];
    default:
      return ['/usr/share/fonts', '/usr/local/share/fonts', `${home}/.fonts`, `${env['XDG_DATA_HOME'] || `${home}/.local/share`}/fonts`];
  }
}
