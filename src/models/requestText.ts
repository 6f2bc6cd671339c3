// A request set out for a writer to read: where it would go, its words under plain headings, and the body to the letter.
import type { Translate } from './translate';

export interface RequestShown {
  /** The model's, for the writer: "gpt-5.2 (api.openai.com)". */
  readonly label: string;
  readonly origin: string;
  /** Where a model on this machine is, in a sentence; undefined for any other. */
  readonly here: string | undefined;
  /** Whether "local only" would keep it from leaving. */
  readonly stopped: boolean;
  /** What it would be asked for, in a sentence that begins with "Nothing has been sent". */
  readonly asked: string;
  /** The body, as `Model.preview` gives it: JSON over several lines. */
  readonly body: string;
}

/** So that a speech can be read without scrolling sideways, whatever the editor does with long lines. */
const WIDTH = 88;

/**
 * The whole page, as plain text: nothing of the script is interpreted. The body stands last.
 * @param t what says the sentences in the writer's language
 */
export function tellRequest(shown: RequestShown, t: Translate): string {
  const messages = messagesIn(shown.body);
  return [
    heading(t('What will be sent to {model}', { model: shown.label }), '='),
    fold(shown.asked),
    fold(whereTo(shown, t)),
    fold(t('Besides the words below, a request holds only the name of the model and how long and in what form the answer may be. If you gave a key for that address, it goes along.')),
    ...messages.flatMap(({ role, content }) => [heading(titleOf(role, messages.length, t), '-'), fold(content)]),
    heading(t('Exactly as sent'), '='),
    fold(t('The same request as it goes out, to the letter. Only line breaks and spaces between its parts were added, to make it readable.')),
    shown.body,
    '',
  ].join('\n\n');
}

function whereTo({ label, origin, here, stopped }: RequestShown, t: Translate): string {
  if (here !== undefined) {
    return t('It would go to {model} at {origin}. {here} Backlot sends it to no other computer.', { model: label, origin, here });
  }
  const there = /^https?:/.test(origin)
    ? t('It would go to {model} at {origin}. That is another computer: what you read below would leave this one.', { model: label, origin })
    : t('It would go to {model}, a model that another extension offers in VS Code. Such models mostly run on another computer: what you read below would leave this one.', { model: label });
  return stopped ? `${there} ${t('But "Local only" is on, so nothing would be sent there.')}` : there;
}

function titleOf(role: string, messages: number, t: Translate): string {
  if (role === 'system') {
    return t('What Backlot tells the model to do');
  }
  if (role === 'assistant') {
    return t('What the model said before');
  }
  return messages === 1 ? t('What Backlot tells the model to do, and what it reads of your script') : t('What it reads of your script, and what is asked');
}

/** The messages out of the body itself, so that what is read is what is sent. */
function messagesIn(body: string): readonly { readonly role: string; readonly content: string }[] {
  const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly role: string; readonly content: string }[] };
  return messages;
}

function heading(text: string, line: string): string {
  return `${text}\n${line.repeat(Math.min(WIDTH, text.length))}`;
}

/** Breaks long lines between words. No character is taken away, and none but line breaks is added. */
export function fold(text: string): string {
  return text.split('\n').map(foldLine).join('\n');
}

function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=[ 、。，！？])/u)) {
    if (current !== '' && current.length + word.trimEnd().length > WIDTH) {
      lines.push(current);
      current = '';
    }
    current += word;
  }
  return [...lines, current].join('\n');
}
