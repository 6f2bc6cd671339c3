import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sceneInAnswer } from '../../../src/scenarios/sceneInAnswer';

const SCENE = 'INT. DINER - NIGHT\n\nRain.\n\nMARA\nI read it.';

describe('the scene in an answer', () => {
  it('is taken out of thoughts, fences and talk', () => {
    const answers = [
      SCENE,
      `\n\n${SCENE}\n\n`,
      `Here is the scene:\n\n${SCENE}`,
      `\`\`\`fountain\n${SCENE}\n\`\`\`\nLet me know if you want another.`,
      `Sure!\n~~~\n${SCENE}\n~~~`,
      `\`\`\`\n${SCENE}`,
      `<think>INT. KITCHEN - DAY would be too obvious.</think>\n${SCENE}`,
      `INT. KITCHEN - DAY?\nNo.</think>\n${SCENE}`,
      SCENE.replace(/\n/g, '\r\n'),
    ];
    assert.deepEqual(answers.map(sceneInAnswer), answers.map(() => SCENE));
  });

  it('is nothing where there is none', () => {
    const answers = ['', '  \n', '<!DOCTYPE html><html><body>502</body></html>', '<html>', '{"error":"no"}', '[{"text":"INT. X"}]', '<think>INT. DINER - NIGHT'];
    assert.deepEqual(answers.map(sceneInAnswer), answers.map(() => ''));
  });

  it('keeps what has no heading, which the plan knows', () => {
    assert.equal(sceneInAnswer('Rain.\n\nMARA\nI read it.'), 'Rain.\n\nMARA\nI read it.');
  });

  it('never throws, and is found in the answer, whatever comes', () => {
    const bits = fc.array(fc.constantFrom('<think>', '</think>', '```', '\n', 'INT. A - DAY', '\n\n', 'MARA\n', 'Hello.', '{', '[[', '/*', '~~~', '\r\n', '<html>', '😀'), { maxLength: 30 });
    fc.assert(fc.property(bits, (parts) => parts.join('').replace(/\r\n?/g, '\n').replace(/<think>[^]*?<\/think>/g, '').includes(sceneInAnswer(parts.join('')))), { seed: 11, numRuns: 2000 });
  });
});
