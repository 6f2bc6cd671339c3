// What If: cards beside the outline, asked for by a key, worked by keys and mouse, kept in files, developed and merged scene by scene.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DINER, focusIsInScript, server, settle } from './diner.mjs';

const SCENARIOS = [
  {
    turn: 'knows', title: 'The Other Letter', logline: 'Dev has read the letter before Mara came, and must let her decide as if he had not.',
    beats: ['MARA slides into the booth and lays the letter between them.', 'DEV moves his cup onto it before she can open it.', 'The WAITRESS says he was here with that very letter this morning.', 'MARA turns the envelope: it has been steamed open.'],
    consequences: [{ scene: 'EXT. PARKING LOT - LATER', number: '', change: 'Dev has nothing left to ask her: it is she who says "say it".' }, { scene: 'INT. COURTHOUSE - DAY', number: '', change: 'The date is no surprise.' }],
  },
  {
    turn: 'wants', title: 'Nobody Parks', logline: 'Mara came for the car keys, not for an answer, and Dev will not give them up for free.',
    beats: ['MARA stands at the booth with her coat on.', 'DEV lays the keys on the napkins.', 'She counts out the money for the car, coin by coin.'],
    consequences: [{ scene: 'EXT. PARKING LOT - LATER', number: '', change: 'She drives off while he speaks.' }],
  },
  {
    turn: 'pays', title: 'The Waitress Signs', logline: 'The form needs a witness, and the one person who knows neither of them pays for it.',
    beats: ['The WAITRESS refills a cup nobody touched.', 'DEV asks her for her name, and writes it down.', 'MARA sees whose line it stands on.'],
    consequences: [],
  },
];

const answer = (scenarios, everyMs = 0) => [{ text: '{"scenarios":[' }, ...scenarios.flatMap((each, at) => [{ waitMs: everyMs }, { text: `${at > 0 ? ',' : ''}${JSON.stringify(each)}` }]), { text: ']}' }];

export const workbench = {
  open: 'diner.fountain',
  width: 1500,
  height: 1000,
  files: { 'diner.fountain': DINER },
  settings: { 'backlot.model.provider': 'openai-compatible', 'backlot.model.address': server.address, 'backlot.model.name': server.model },
};

const filesOf = (ui) => {
  const folder = path.join(ui.workspace, '.backlot/scenarios/diner.fountain');
  return fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))) : [];
};
const fateOf = (ui, title) => filesOf(ui).find((each) => each.title === title)?.fate;
const cards = (view) => view.locator('section .card');

export const scenarios = {
  'says what it is for while there is nothing': async (ui) => {
    await ui.showContainer('Backlot');
    await ui.command('Backlot: Show Scenarios');
    const view = await ui.frame('.empty button');
    await view.locator('.empty button').first().waitFor();
    await settle(ui, 800);
    await ui.picture('scenarios-empty-dark');
  },

  'asks what if at the cursor by a key, and shows each card as it comes': async (ui) => {
    server.script(answer(SCENARIOS, 700));
    await ui.goTo(9);
    await ui.until('the box for a wish', async () => {
      await ui.press('Control+Alt+KeyW');
      return ui.quickInput().waitFor({ timeout: 3000 }).then(() => true, () => false);
    });
    await ui.answer('somebody has read it already');
    const view = await ui.frame('.progress');
    await cards(view).first().waitFor();
    assert.ok((await cards(view).count()) < 3);
    await settle(ui, 200);
    await ui.picture('scenarios-asking-dark');
    await cards(view).nth(2).waitFor();
    await ui.until('the end of it', async () => (await view.locator('.progress').count()) === 0);
    assert.ok(await focusIsInScript(ui), 'the focus stays in the script');
    assert.match(JSON.stringify(server.requests.at(-1)), /somebody has read it already/);
    assert.deepEqual(filesOf(ui).map(({ title }) => title).sort(), SCENARIOS.map(({ title }) => title).sort());
    assert.equal(ui.read('diner.fountain'), DINER);
  },

  'is worked by keys: opened, kept, discarded, brought back': async (ui) => {
    const view = await ui.frame('section .card');
    const tops = view.locator('section .card .top');
    await tops.first().focus();
    await ui.press('Enter');
    await view.locator('.card.current .beats').waitFor();
    await settle(ui, 300);
    await ui.picture('scenarios-card-dark');
    await ui.press('KeyK');
    await ui.until('the first to be kept', () => fateOf(ui, 'The Other Letter') === 'kept');
    await view.locator('.card.kept .top').waitFor();
    await tops.first().focus();
    await ui.press('ArrowDown', 'Delete');
    await ui.until('the second to be discarded', () => fateOf(ui, 'Nobody Parks') === 'discarded');
    await view.locator('.fold summary').click();
    await view.locator('.fold .card .top').click();
    await view.locator('.fold .card.current button', { hasText: 'Restore' }).waitFor();
    await settle(ui, 300);
    await ui.picture('scenarios-discarded-dark');
    await view.locator('.fold .card.current button', { hasText: 'Restore' }).click();
    await ui.until('the second to be back', () => fateOf(ui, 'Nobody Parks') === 'open');
  },

  'goes to the scene that a card names': async (ui) => {
    const view = await ui.frame('section .card');
    if ((await view.locator('.card.current', { hasText: 'The Other Letter' }).count()) === 0) {
      await view.locator('.card .top', { hasText: 'The Other Letter' }).click();
    }
    await view.locator('.later button.scene', { hasText: 'PARKING LOT' }).click();
    await ui.statusBar(`Ln ${DINER.split('\n').findIndex((line) => line.startsWith('EXT. PARKING')) + 1}`).waitFor();
    assert.equal(await view.locator('.later .missing', { hasText: 'COURTHOUSE' }).count(), 1);
  },

  'tells what went wrong and tries again': async (ui) => {
    const view = await ui.frame('section .card');
    // Not one that is tried again unasked, as an overloaded server's is.
    server.script([{ status: 400, message: 'This prompt is too long for me.' }]);
    await view.locator('.wish-box input').fill('what if it is funny');
    await ui.press('Enter');
    await view.locator('.failed .message').waitFor();
    await settle(ui, 400);
    await ui.picture('scenarios-failed-dark');
    server.script(answer([{ ...SCENARIOS[1], turn: 'turns', title: 'The Jukebox Plays', beats: ['The dead jukebox starts on its own.', 'The cook comes out and dances.', 'The police car stops outside.'] }]));
    await view.locator('.failed button').click();
    await cards(view).nth(3).waitFor();
    assert.match(JSON.stringify(server.requests.at(-1)), /what if it is funny/);
  },

  'develops scene by scene, and merges as drafts without a change to the script': async (ui) => {
    const view = await ui.frame('section .card');
    const plan = { scenes: [{ fate: 'change', label: 'S1', heading: 'INT. ALL-NIGHT DINER - NIGHT', beat: 'The letter is steamed open before she comes.' }, { fate: 'new', label: '', heading: 'INT. DINER KITCHEN - NIGHT', beat: 'The kettle is still warm.' }] };
    const diner = DINER.slice(DINER.indexOf('INT.'), DINER.indexOf('EXT.')).replace("You're late.", 'I got here early. Earlier than you think.').replace('Did you open it?', 'It was open when it came.');
    server.script([{ text: JSON.stringify(plan) }], [{ text: diner }], [{ waitMs: 1500 }, { text: 'INT. DINER KITCHEN - NIGHT\n\nA kettle, still warm. The WAITRESS lifts the lid and lets the steam out.\n\nWAITRESS\nHe asked for hot water. Not tea.' }]);
    if ((await view.locator('.card.current', { hasText: 'The Other Letter' }).count()) === 0) {
      await view.locator('.card .top', { hasText: 'The Other Letter' }).click();
    }
    await view.locator('.card.current button', { hasText: 'Develop' }).click();
    await view.locator('.card.busy .progress', { hasText: '2 of 2' }).waitFor();
    await settle(ui, 200);
    await ui.picture('scenarios-developing-dark');
    await view.locator('.card.developed .effect').first().waitFor();
    await view.locator('.card.developed .outline li').nth(1).waitFor();
    await view.locator('.card.developed .outline').scrollIntoViewIfNeeded();
    await settle(ui, 300);
    await ui.picture('scenarios-developed-dark');
    assert.equal(fateOf(ui, 'The Other Letter'), 'developed');
    await view.locator('.card.developed button', { hasText: 'Merge Scene by Scene' }).click();
    await ui.page.locator('.monaco-diff-editor').first().waitFor();
    await settle(ui, 1200);
    await ui.picture('scenarios-merge-dark');
    assert.equal(ui.read('diner.fountain'), DINER);
  },
};
