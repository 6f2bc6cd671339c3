// What can go wrong with VS Code's own models, as sentences for the writer.
import * as vscode from 'vscode';
import type { ModelFailure } from './model';

export function cancelled(): ModelFailure {
  return { kind: 'cancelled', message: vscode.l10n.t('Cancelled. Your script is unchanged.') };
}

export function empty({ name }: vscode.LanguageModelChat): ModelFailure {
  return { kind: 'badAnswer', message: vscode.l10n.t('{model} answered without a word. Try again, or choose another model.', { model: name }) };
}

export function timedOut({ name }: vscode.LanguageModelChat): ModelFailure {
  return { kind: 'timeout', message: vscode.l10n.t('{model} stopped answering. Try again.', { model: name }) };
}

export function tooLong({ name }: vscode.LanguageModelChat): ModelFailure {
  return {
    kind: 'badRequest',
    message: vscode.l10n.t('The request is too long for {model}. Lower "Context Tokens" in the settings of Backlot, or choose a model with more room.', { model: name }),
  };
}

/** What a provider's error means. */
export function failureOf(error: unknown, { name }: vscode.LanguageModelChat): ModelFailure {
  const code = error instanceof vscode.LanguageModelError ? error.code : '';
  switch (code) {
    case vscode.LanguageModelError.NoPermissions.name:
      return { kind: 'unauthorised', message: vscode.l10n.t('VS Code was not allowed to let Backlot use {model}. Ask again and allow it, or connect another model.', { model: name }) };
    case vscode.LanguageModelError.Blocked.name:
      return { kind: 'rateLimited', message: vscode.l10n.t('{model} is used up for now. Try again later, or connect another model.', { model: name }) };
    case vscode.LanguageModelError.NotFound.name:
      return { kind: 'notFound', message: vscode.l10n.t('VS Code no longer has {model}. Connect another model.', { model: name }) };
    default:
      return { kind: 'overloaded', message: vscode.l10n.t('{model} could not answer. Try again, or connect another model.', { model: name }) };
  }
}
