// Where the fonts of each system lie.
import assert from 'node:assert/strict';
import { fontFolders } from '../../../src/print/fontFolders';

describe('font folders', () => {
  it('are those of the system, for all and for this writer', () => {
    assert.deepEqual(fontFolders('win32', { WINDIR: 'D:\\Win', LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\M'), ['D:\\Win\\Fonts', 'D:\\Local\\Microsoft\\Windows\\Fonts']);
    assert.deepEqual(fontFolders('win32', {}, 'C:\\Users\\M'), ['C:\\Windows\\Fonts', 'C:\\Users\\M\\AppData\\Local\\Microsoft\\Windows\\Fonts']);
    assert.deepEqual(fontFolders('darwin', {}, '/Users/m'), ['/System/Library/Fonts', '/Library/Fonts', '/Users/m/Library/Fonts']);
    assert.deepEqual(fontFolders('linux', { XDG_DATA_HOME: '/data' }, '/home/m'), ['/usr/share/fonts', '/usr/local/share/fonts', '/home/m/.fonts', '/data/fonts']);
  });

  it('take an empty XDG_DATA_HOME for one that is not set', () => {
    // XDG Base Directory Specification: "If $XDG_DATA_HOME is either not set or empty, a default equal to $HOME/.local/share should be used."
    assert.equal(fontFolders('freebsd', { XDG_DATA_HOME: '' }, '/home/m')[3], '/home/m/.local/share/fonts');
  });

  it('are none in a browser', () => {
    assert.deepEqual(fontFolders(undefined, {}, ''), []);
  });
});
