// A second extension with a language model in it, so that tests meet VS Code's own models without any vendor.
/* eslint-disable no-undef -- VS Code loads this file as it is, and its Node gives it these names. */
const vscode = require('vscode');

const MODEL = { id: 'scripted', name: 'Scripted Test Model', family: 'test', version: '1', maxInputTokens: 1000, maxOutputTokens: 500, capabilities: { toolCalling: true } };

/** What tests reach as this extension's exports. */
const script = {
  /** The requests so far: messages as [role, text]. */
  seen: [],
  cancelled: 0,
  /** async (report, token) => void; report takes a string of the answer. */
  answer: (report) => Promise.resolve(report('Hello.')),
};

function activate(context) {
  const provider = {
    provideLanguageModelChatInformation: () => [MODEL],
    provideLanguageModelChatResponse: async (_model, messages, _options, progress, token) => {
      script.seen.push(messages.map(({ role, content }) => [role === vscode.LanguageModelChatMessageRole.User ? 'user' : 'assistant', content.map((part) => part.value).join('')]));
      token.onCancellationRequested(() => { script.cancelled += 1; });
      await script.answer((text) => progress.report(new vscode.LanguageModelTextPart(text)), token);
    },
    provideTokenCount: (_model, text) => Promise.resolve(Math.ceil((typeof text === 'string' ? text : text.content.map((part) => part.value).join('')).length / 4)),
  };
  context.subscriptions.push(vscode.lm.registerLanguageModelChatProvider('backlot-test', provider));
  return script;
}

module.exports = { activate };
