// Every word that the preview's page shows or says, in the writer's language.
import * as vscode from 'vscode';
import type { Words } from './protocol';

export function previewWords(): Words {
  return {
    toolbar: vscode.l10n.t('Preview'),
    pages: vscode.l10n.t('Pages of the script. Arrow keys go from line to line, Enter goes to a line in the script.'),
    page: vscode.l10n.t('Page {0}'),
    goToPage: vscode.l10n.t('Page in view. Type a number and press Enter to go there.'),
    ofPages: vscode.l10n.t('of {0}'),
    titlePage: vscode.l10n.t('Title page'),
    titleShort: vscode.l10n.t('Title'),
    zoom: vscode.l10n.t('Zoom'),
    zoomIn: vscode.l10n.t('Larger (Ctrl+=)'),
    zoomOut: vscode.l10n.t('Smaller (Ctrl+-)'),
    fitWidth: vscode.l10n.t('Fit the width (Ctrl+0)'),
    actualSize: vscode.l10n.t('Actual size (Ctrl+1)'),
    shown: {
      notes: vscode.l10n.t('Show notes'),
      synopses: vscode.l10n.t('Show synopses'),
      sections: vscode.l10n.t('Show sections'),
    },
    themePaper: vscode.l10n.t('Paper in the colours of the theme'),
    syncScroll: vscode.l10n.t('Scroll with the script'),
    locked: vscode.l10n.t('Stay with this script'),
    noScript: vscode.l10n.t('No script is open.'),
    noScriptHint: vscode.l10n.t('Open a Fountain file, and its pages are shown here while you write.'),
    openSample: vscode.l10n.t('Open the Sample Screenplay'),
    newScript: vscode.l10n.t('New Screenplay'),
    nothing: vscode.l10n.t('Nothing to print yet.'),
    nothingHint: vscode.l10n.t('Write a scene, and its page appears here. A line that begins with INT. or EXT. starts one.'),
  };
}
