// Enter in another tab than the one before: what was true of the cursor there is not true of the cursor here.
import { breath } from './typing.mjs';

export const workbench = {
  open: 'brackets.fountain',
  files: { 'plain.fountain': 'Rain falls.\n', 'brackets.fountain': 'MARA\n(beat)\nStay.\n' },
};

export const scenarios = {
  'breaks the line at the cursor behind a change of tabs, and leaves the brackets whole behind the next': async (ui) => {
    const reads = (file, wanted) =>
      ui.until(`${JSON.stringify(wanted)} in ${file}`, async () => {
        await ui.save();
        return ui.read(file) === wanted;
      });
    const turnTo = async (file) => {
      await ui.press('Control+PageUp');
      await ui.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
      await breath(ui);
    };
    await ui.open('plain.fountain');
    await ui.goTo(1, 6);
    await turnTo('brackets.fountain');
    // In front of the closing bracket: here Enter goes on below it.
    await ui.goTo(2, 6);
    await breath(ui);
    await turnTo('plain.fountain');
    await ui.press('Enter');
    await reads('plain.fountain', 'Rain \nfalls.\n');
    await turnTo('brackets.fountain');
    await ui.press('Enter');
    await reads('brackets.fountain', 'MARA\n(beat)\n\nStay.\n');
  },
};
