// A draft is read out of whatever a model makes of the answer, piece by piece, and nothing else comes with it.
import * as assert from 'node:assert/strict';
import { createDraftReader } from '../../../../src/core/rewrite/draftReader';
import { randomFrom } from '../../../support/randomScript';

const SCENE = 'INT. DINER - NIGHT\n\nMara folds the map along the old crease.\n\nMARA\n(not looking up)\nYou came back.\n\nDEV\nFor the map.';

function read(answer: string, size = answer.length || 1): string {
  const reader = createDraftReader();
  let text = '';
  for (let at = 0; at < answer.length; at += size) {
    text += reader.push(answer.slice(at, at + size));
  }
  return text + reader.end();
}

const FORMS: Record<string, string> = {
  'between its tags': `<draft>\n${SCENE}\n</draft>`,
  'between tags, with talk around': `Here is the scene, tightened:\n\n<draft>\n${SCENE}\n</draft>\n\nI cut the second beat. Let me know!`,
  'on the tag\'s own line': `<draft>${SCENE}</draft>`,
  'in a fence between tags': `<draft>\n\`\`\`fountain\n${SCENE}\n\`\`\`\n</draft>`,
  'in a fence': `Sure! Here you go:\n\n\`\`\`fountain\n${SCENE}\n\`\`\`\n\nChanges: none.`,
  'with the request\'s own tag repeated': `<draft>\n<rewrite>\n${SCENE}\n</rewrite>\n</draft>`,
  'alone': SCENE,
  'behind talk, unmarked': `Here's the rewritten scene:\n\n${SCENE}`,
  'before talk, unmarked': `${SCENE}\n\n---\n\nI've trimmed Mara's first speech.`,
  'before a heading of notes': `${SCENE}\n\n**Notes:** kept the map.`,
  'behind thinking': `<think>They want it tighter.\n<draft>\nnot this\n</draft></think>\n<draft>\n${SCENE}\n</draft>`,
  'behind thinking whose opening was swallowed': `They want it tighter.\n</think>\n\n<draft>\n${SCENE}\n</draft>`,
  'with Windows line ends': `<draft>\r\n${SCENE.replace(/\n/g, '\r\n')}\r\n</draft>`,
  'as JSON': JSON.stringify({ draft: SCENE }),
  'as JSON in a fence': `\`\`\`json\n${JSON.stringify({ text: SCENE }, null, 2)}\n\`\`\``,
  'cut inside the closing tag': `<draft>\n${SCENE}\n</dra`,
  'never closed': `<draft>\n${SCENE}\n`,
};

describe('the draft in an answer', function () {
  this.timeout(60_000); // a busy machine is no failure

  for (const [form, answer] of Object.entries(FORMS)) {
    it(`is read ${form}`, () => {
      assert.equal(read(answer), SCENE);
    });
  }

  it('is the same however the answer is cut into pieces', () => {
    const random = randomFrom(7);
    for (const [form, answer] of Object.entries(FORMS)) {
      for (const size of [1, 2, 3, 7, 11, 64]) {
        assert.equal(read(answer, size), SCENE, `${form} in pieces of ${size}`);
      }
      for (let run = 0; run < 20; run++) {
        const reader = createDraftReader();
        let text = '';
        for (let at = 0; at < answer.length; ) {
          const size = 1 + Math.floor(random() * 40);
          text += reader.push(answer.slice(at, at + size));
          at += size;
        }
        assert.equal(text + reader.end(), SCENE, form);
      }
    }
  });

  it('is shown as it comes, letter by letter, between tags', () => {
    const reader = createDraftReader();
    assert.equal(reader.push('<draft>\nINT. DI'), 'INT. DI');
    assert.equal(reader.push('NER'), 'NER');
    assert.equal(reader.push('\n\nMara'), '\n\nMara');
    assert.equal(reader.push(' waits.\n</dr'), ' waits.');
    assert.equal(reader.push('aft>\nDone!'), '');
    assert.equal(reader.end(), '');
  });

  it('keeps the two-space lines of a speech', () => {
    const text = 'MARA\nFirst.\n  \nSecond.';
    for (const size of [1, 5, 100]) {
      assert.equal(read(`<draft>\n${text}\n</draft>`, size), text);
    }
  });

  it('keeps every line of a screenplay without tags, whatever somebody says in it', () => {
    for (const text of [
      'INT. BAR - NIGHT\n\nMARA\nWould you like a drink?\n\nTOM\nLet me know when it is free.\n\nMARA\nNotes: none. This version of you I like.',
      'INT. BAR - NIGHT\n\nNotes scatter across the floor.\n\nMARA\nThis draft is cold.\n\nThe changes hit her all at once.',
      'INT. BAR - NIGHT\n\nThis revision lies open on the bar.\n\nMara reads.\n\nTOM\nWell?\n\nSummary: she drinks.\n\nCUT TO:',
      'INT. BAR - NIGHT\n\nMARA\nFirst.\n  \nWould you like another?\n\nTOM\nNo.',
      'INT. BAR - NIGHT\n\nMARA\nFeel free.\n\nTOM\nNotes.\n\nMARA\nChanges nothing.\n\nTOM\nThis version of you.\n\nNote the gun on the table.',
      'INT. BAR - NIGHT\n\nRain.\n\n***\n\nMara wakes.\n\n---\n\nThe gun is gone.',
      'This is the house Mara grew up in.\n\nINT. BAR - NIGHT\n\nRain.',
    ]) {
      for (const size of [1, 7, 1000]) {
        assert.equal(read(text, size), text);
      }
    }
  });

  it('drops talk behind a screenplay without tags, with all its paragraphs', () => {
    for (const talk of ['Would you like me to go on?', 'Let me know if Mara is too cold.', 'Notes:\n\nThe map stays.\n\nDev is colder.', '**Changes made**\n\n- the map', 'This version is shorter.', 'Word count: 32', '---\n\nI cut a beat.', '# Summary\n\nShorter.']) {
      for (const size of [1, 7, 1000]) {
        assert.equal(read(`${SCENE}\n\n${talk}`, size), SCENE, talk);
        assert.equal(read(`Rain on the glass.\n\n${talk}`, size), 'Rain on the glass.', talk);
      }
    }
  });

  it('holds nothing that cannot be seen, in any form of answer', () => {
    const dirty = SCENE.replace('Mara', 'M\u001b[31mar\u0000a').replace('map', 'm\u202eap\u200b').replace('old', '\ufeffo\ud800ld').replace('You', '\udc00You');
    const clean = SCENE.replace('Mara', 'M[31mara');
    for (const answer of [`<draft>\n${dirty}\n</draft>`, `\`\`\`\n${dirty}\n\`\`\``, dirty, JSON.stringify({ draft: dirty })]) {
      assert.equal(read(answer), clean);
      assert.equal(read(answer, 1), clean);
    }
    const face = '<draft>\nMARA \u{1f600}\nN\u200cB\u200d\n</draft>';
    assert.equal(read(face, 1), 'MARA \u{1f600}\nN\u200cB\u200d');
  });

  it('takes every way to end a line, and a line of any length', () => {
    for (const size of [1, 2, 1000]) {
      assert.equal(read(`<draft>\r${SCENE.replace(/\n/g, '\r')}\r</draft>`, size), SCENE);
      assert.equal(read(`<draft>\r\n${SCENE.replace(/\n/g, '\r\n')}\r\n</draft>`, size), SCENE);
    }
    const long = 'word '.repeat(30_000).trim();
    assert.equal(read(`<draft>\n${long}\n</draft>`, 5000), long);
  });

  it('keeps a draft that speaks of thinking, where no tag closes it', () => {
    for (const size of [1, 3, 1000]) {
      assert.equal(read('<draft>\nMARA\nI wrote [THINK] on the wall.\n\nDEV\nWhy?\n</draft>\nDone.', size), 'MARA\nI wrote [THINK] on the wall.\n\nDEV\nWhy?');
      assert.equal(read('<draft>\nMARA\n<thought>Why.\n</thought>Now.\n</draft>', size), 'MARA\nNow.');
    }
  });

  it('takes the screenplay of JSON rather than its heading', () => {
    assert.equal(read(JSON.stringify({ scene: 'INT. A - DAY', title: 'x', text: SCENE })), SCENE);
    assert.equal(read(JSON.stringify({ scene: SCENE })), SCENE);
  });

  it('takes a time that grows with an unmarked answer, not with its square', () => {
    const time = (text: string): number => {
      const start = performance.now();
      read(text, 50);
      return performance.now() - start;
    };
    for (const form of ['x\n', 'x\n\n', 'MARA\nx\n\nNotes:\n\nx\n\n', 'INT. X - DAY\n\nNotes:\n\nx\n']) {
      const [few, many] = [19_000, 190_000].map((length) => form.repeat(length / form.length));
      time(few ?? '');
      const one = Math.min(time(few ?? ''), time(few ?? ''), time(few ?? ''));
      assert.ok(time(many ?? '') < 60 * one + 300, form);
    }
    // Under the limit beyond which nothing is looked for either: each line costs as much as the one before.
    const [tenth, whole] = [1_900, 19_000].map((length) => 'x\n'.repeat(length / 2));
    time(tenth ?? '');
    assert.ok(time(whole ?? '') < 60 * Math.min(time(tenth ?? ''), time(tenth ?? ''), time(tenth ?? '')) + 300);
  });

  it('keeps action that stands alone, without tags', () => {
    assert.equal(read('Rain on the glass. The boat is gone.'), 'Rain on the glass. The boat is gone.');
  });

  it('is nothing where there is none: a page, a refusal, an empty answer, an error in JSON, thinking that never ends', () => {
    for (const answer of [
      '',
      '\n\n',
      '<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>',
      "I'm sorry, but I can't help with that.",
      '{"error":{"message":"overloaded"}}',
      '[]',
      `<think>They want it tighter. ${SCENE}`,
      'Here is the rewritten scene:',
    ]) {
      assert.equal(read(answer), '', answer);
      assert.equal(read(answer, 1), '', answer);
    }
  });

  it('reads what a cut left of JSON', () => {
    const json = JSON.stringify({ draft: SCENE });
    const cut = read(json.slice(0, json.length - 20), 9);
    assert.ok(SCENE.startsWith(cut) && cut.length > SCENE.length - 25, cut);
  });

  it('stays bounded on an answer without end, and on any rubbish', () => {
    const reader = createDraftReader();
    let length = reader.push('<draft>\n').length;
    for (let i = 0; i < 2000; i++) {
      length += reader.push('Mara waits and waits. '.repeat(20)).length + reader.push('\n').length;
    }
    length += reader.end().length;
    assert.ok(length <= 400_000);
    const random = randomFrom(3);
    const pieces = ['<draft>', '</draft>', '<', '`', '```', '\n', '<think>', '</think>', '{"draft": "', '"}', 'MARA\n', 'INT. X - DAY\n', '\\', '\u0000', '😀', '[', ' '];
    for (let run = 0; run < 3000; run++) {
      const answer = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
      const whole = read(answer);
      assert.equal(read(answer, 1), whole, JSON.stringify(answer));
      const marks = whole.split('\n').filter((line) => /^\s*<\/?draft>\s*$|^\s*```\s*$/i.test(line));
      assert.ok(marks.length === 0 || answer.includes('{"draft'), JSON.stringify(answer));
    }
  });
});
