// What is counted of speeches: words, endings, who answers whom, who cuts whom off, silence, readability.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { charactersOf } from '../../../../src/core/script/characters';
import { scenesOf } from '../../../../src/core/script/outline';
import { speechesOf } from '../../../../src/core/script/speeches';
import { endingOf } from '../../../../src/core/statistics/blockFacts';
import { characterStatisticsOf } from '../../../../src/core/statistics/characters';
import { readabilityOf } from '../../../../src/core/statistics/readability';
import { interruptionsOf, pairsOf } from '../../../../src/core/statistics/relations';
import { tallyOf } from '../../../../src/core/statistics/tally';
import { featureScript, randomEdit, randomFrom, randomText } from '../../../support/randomScript';

// Counted by hand: MARA 4 + 2 + 3 words, DEV 3 + 1, WAITRESS 1. The words of action: 3, 2, 4.
const SCRIPT = [
  'INT. DINER - NIGHT', '', 'Rain on glass.', '',
  'MARA', 'I was going to--', '',
  'DEV (V.O.)', '(low)', "Don't. Say it.", '',
  'Nobody moves.', '',
  "MARA (CONT'D)", 'But I…', '',
  'WAITRESS', 'Coffee? [[or tea]]', '',
  'EXT. CAR PARK - DAWN', '', 'The cars are wet.', '',
  'DEV', '*So*.', '',
  'INT. FERRY - DAY', '', 'MARA', 'Now you know.', '',
].join('\n');

describe('statistics: speeches', () => {
  const { speeches, scenes } = tallyOf(parse(SCRIPT));

  it('counts the words of dialogue and of action, scene by scene', () => {
    assert.deepEqual(scenes, [
      { dialogue: 10, action: 5, speeches: 4 },
      { dialogue: 1, action: 4, speeches: 1 },
      { dialogue: 3, action: 0, speeches: 1 },
      { dialogue: 0, action: 0, speeches: 0 },
    ]);
    assert.deepEqual(speeches.map(({ facts, scene, line }) => [facts.name, facts.words, scene, line]), [
      ['MARA', 4, 0, 4], ['DEV', 3, 0, 7], ['MARA', 2, 0, 13], ['WAITRESS', 1, 0, 16], ['DEV', 1, 1, 23], ['MARA', 3, 2, 28],
    ]);
  });

  it('says who answers whom: over action, not over a scene’s end', () => {
    assert.deepEqual(pairsOf(speeches).map(({ names, exchanges, scenes: together, at }) => [names.join(' '), exchanges, together, SCRIPT.slice(at).split('\n')[0]]), [
      ['DEV MARA', 2, 1, 'DEV (V.O.)'],
      ['MARA WAITRESS', 1, 1, 'WAITRESS'],
      ['DEV WAITRESS', 0, 1, 'WAITRESS'],
    ]);
  });

  it('finds who is cut off and by whom, where nothing is done between', () => {
    assert.deepEqual(interruptionsOf(speeches).map(({ interrupted, by, ending }) => [interrupted, by, ending]), [
      ['MARA', 'DEV', 'cutOff'],
      ['MARA', 'WAITRESS', 'trailsOff'],
    ]);
    const parted = tallyOf(parse('INT. A\n\nMARA\nI never--\n\nThe door.\n\nDEV\nWhat?\n\nMARA\nNo--\n\nMARA\nYes.\n'));
    assert.deepEqual(interruptionsOf(parted.speeches), []);
  });

  it('knows how words break off', () => {
    for (const [said, ending] of [
      ['I was--', 'cutOff'], ['I was —', 'cutOff'], ['“I was—”', 'cutOff'], ['I was -', 'cutOff'], ['well...', 'trailsOff'], ['well…"', 'trailsOff'], ['well. . .', 'trailsOff'],
      ['Done.', 'complete'], ['What?', 'complete'], ['', 'complete'], ['a well-known', 'complete'],
    ] as const) {
      assert.equal(endingOf(said), ending, said);
    }
  });

  it('gives each character words, share, pages, scenes and the longest silence', () => {
    // As if each line of the script were a quarter of a page.
    const position = (offset: number): number => SCRIPT.slice(0, offset).split('\n').length / 4;
    const [mara, dev, waitress] = characterStatisticsOf(speeches, position);
    assert.ok(mara && dev && waitress);
    assert.deepEqual([mara.name, mara.words, mara.speeches, mara.share, mara.wordsPerSpeech, mara.firstPage, mara.lastPage], ['MARA', 9, 3, 9 / 14, 3, 2, 8]);
    assert.deepEqual(mara.scenes.map(({ scene, speeches: count, words }) => [scene, count, words]), [[0, 2, 6], [2, 1, 3]]);
    assert.equal(mara.silence?.scenes, 1);
    assert.equal(mara.silence.pages, (29 - 15) / 4);
    assert.deepEqual([dev.silence?.scenes, dev.silence?.pages], [0, (24 - 10) / 4]);
    assert.equal(waitress.silence, undefined);
  });

  it('agrees with the sidebar’s figures on any text', function () {
    this.timeout(20_000);
    for (let seed = 0; seed < 60; seed++) {
      const text = seed % 2 === 0 ? featureScript(6, seed) : randomText(randomFrom(seed), 160);
      const script = parse(text);
      const tally = tallyOf(script);
      const people = characterStatisticsOf(tally.speeches, () => 0);
      assert.deepEqual(people.map(({ name, words, speeches: count, share }) => ({ name, words, speeches: count, share })), charactersOf(script).map(({ name, words, speeches: count, share }) => ({ name, words, speeches: count, share })), `seed ${seed}`);
      assert.deepEqual(tally.speeches.map(({ at, to }) => [at, to]), speechesOf(script).map(({ cue, blockOffset, to }) => [blockOffset + cue.from, to]), `seed ${seed}`);
      assert.equal(tally.scenes.length, scenesOf(script).length + 1);
      assert.equal(tally.scenes.reduce((sum, { dialogue }) => sum + dialogue, 0), people.reduce((sum, { words }) => sum + words, 0));
      const shares = people.reduce((sum, { share }) => sum + share, 0);
      assert.ok(Math.abs(shares - 1) < 1e-9 || people.every(({ words }) => words === 0), `seed ${seed}: shares add up to ${shares}`);
    }
  });

  it('is the same after an edit as on a fresh parse', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = randomFrom(seed);
      const text = featureScript(4, seed);
      const before = parse(text);
      tallyOf(before);
      const edit = randomEdit(random, text);
      const after = text.slice(0, edit.offset) + edit.inserted + text.slice(edit.offset + edit.removed);
      assert.deepEqual(tallyOf(reparse(before, edit)), tallyOf(parse(after)), `seed ${seed}`);
    }
  });
});

describe('statistics: readability', () => {
  const measure = (said: string) => readabilityOf(tallyOf(parse(`INT. A\n\nMARA\n${said}\n`)).speeches.map(({ facts }) => facts));
  const times = (text: string, count: number): string => Array<string>(count).fill(text).join(' ');

  it('measures English by Flesch and Kincaid', () => {
    const plain = measure(times('The captain sat on it again. You know that it is quite so.', 12));
    assert.ok(plain.kind === 'english');
    // 13 words of 15 syllables in two sentences: 0.39 * 13 / 2 + 11.8 * 15 / 13 - 15.59.
    assert.equal(plain.readability.grade, 0.6);
    assert.equal(plain.readability.wordsPerSentence, 6.5);
    const easy = measure(times('You know it. I do.', 25));
    assert.ok(easy.kind === 'english' && easy.readability.grade === 0);
    const learned = measure(times('The institutional consequences of administrative irresponsibility are considerable, and you will encounter extraordinary complications.', 8));
    assert.ok(learned.kind === 'english' && learned.readability.grade > 15 && learned.readability.ease < 10);
  });

  it('gives no figure for a few words', () => {
    assert.deepEqual(measure('You know that it is there.'), { kind: 'tooShort' });
  });

  it('gives no figure for another language', () => {
    for (const said of [
      'Ich habe dir doch gesagt, dass wir das nicht so machen können, und du hast es trotzdem getan, weil du immer alles besser weißt.',
      'Je ne sais pas pourquoi tu me demandes ça maintenant, mais il faut que nous partions avant que la nuit tombe sur la ville.',
      'No sé por qué me lo preguntas ahora, pero tenemos que irnos antes de que caiga la noche sobre la ciudad y el puerto.',
      'Ik weet niet waarom je het mij nu vraagt, maar we moeten weg voordat de nacht over de stad valt, of het is te laat.',
      'Jeg ved ikke hvorfor du spørger mig om det nu, men vi skal have det gjort for at komme af sted, og vi har ikke tid.',
      'Nie wiem, dlaczego pytasz mnie o to teraz, ale to jest to, co musimy zrobić, zanim noc zapadnie nad miastem i nad portem.',
      'Я не знаю, почему ты спрашиваешь меня об этом сейчас, но нам надо уйти, пока ночь не опустилась на город.',
    ]) {
      assert.deepEqual(measure(times(said, 8)), { kind: 'notEnglish' }, said);
    }
    assert.deepEqual(measure('我不知道你为什么现在问我这个但是我们必须在夜幕降临之前离开这座城市'.repeat(5)), { kind: 'notEnglish' });
  });
});
