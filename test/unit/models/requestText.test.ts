import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, tellRequest, type RequestShown } from '../../../src/models/requestText';
import { inEnglish } from '../../../src/models/translate';
import { modelAt, REQUEST } from './asking';

const BODY = modelAt('https://api.example.com/v1').preview({ ...REQUEST, messages: [{ role: 'system', content: 'Answer in JSON.' }, { role: 'user', content: 'MARA\nI drove around the block.\n\n"Twice." {she says}' }] });

function pageOf(more: Partial<RequestShown> = {}): string {
  return tellRequest({ label: 'm (api.example.com)', origin: 'https://api.example.com', here: undefined, stopped: false, asked: 'Nothing has been sent.', body: BODY, ...more }, inEnglish);
}

describe('the request as a page to read', () => {
  it('says first where it would go: another computer', () => {
    const lead = pageOf().slice(0, 700).replace(/\s+/g, ' ');
    assert.match(lead, /^What will be sent to m \(api\.example\.com\) =+ Nothing has been sent/);
    assert.match(lead, /m \(api\.example\.com\) at https:\/\/api\.example\.com\. That is another computer/);
    assert.doesNotMatch(lead, /Local only/);
    assert.match(pageOf({ stopped: true }).replace(/\s+/g, ' '), /But "Local only" is on, so nothing would be sent there/);
  });

  it('says of a model on this machine that it goes nowhere else, and of one of VS Code that it may leave', () => {
    const here = pageOf({ origin: 'http://localhost:1', here: 'Your script stays on this machine.' }).replace(/\s+/g, ' ');
    assert.match(here, /at http:\/\/localhost:1\. Your script stays on this machine\. Backlot sends it to no other computer\./);
    assert.doesNotMatch(here, /another computer/);
    assert.match(pageOf({ origin: 'vscode-lm:copilot' }).replace(/\s+/g, ' '), /another extension offers in VS Code\..*would leave this one/);
  });

  it('shows the messages with real line breaks before anything technical', () => {
    const readable = pageOf().split('Exactly as sent')[0] ?? '';
    assert.match(readable, /What Backlot tells the model to do\n-+\n\nAnswer in JSON\.\n/);
    assert.match(readable, /what is asked\n-+\n\nMARA\nI drove around the block\.\n\n"Twice\." \{she says\}\n/);
    assert.doesNotMatch(readable, /\\n|response_format/);
  });

  it('ends with the body to the letter', () => {
    assert.ok(pageOf().trimEnd().endsWith(`\n\n${BODY}`));
  });

  it('folds long lines between words, and loses nothing', () => {
    const word = fc.stringMatching(/^[a-zé—。]{1,14}$/);
    fc.assert(fc.property(fc.array(fc.array(word, { maxLength: 60 }), { maxLength: 6 }), (lines) => {
      const text = lines.map((words) => words.join(' ')).join('\n');
      const folded = fold(text);
      assert.equal(folded.replace(/\n/g, ''), text.replace(/\n/g, ''));
      assert.ok(folded.split('\n').every((line) => line.trimEnd().length <= 88));
      assert.equal(fold(folded), folded);
    }));
  });
});
