import assert from 'node:assert/strict';
import { applyEdit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { linesOf } from '../../../../src/core/page/pageLines';
import { areNumbersLocked, setTitleEntry, titleEntry } from '../../../../src/core/script/titleEntry';

function set(text: string, key: string, value: string | undefined): string {
  const edit = setTitleEntry(parse(text), key, value);
  return edit ? applyEdit(text, edit) : text;
}

describe('setTitleEntry', () => {
  const page = 'Title: T\nAuthor:\n    Me\n    You\n\nINT. A\n\nOne.\n';

  it('adds a key at the end of the title page, and takes it away again', () => {
    const locked = 'Title: T\nAuthor:\n    Me\n    You\nScene numbers: locked\n\nINT. A\n\nOne.\n';
    assert.equal(set(page, 'Scene numbers', 'locked'), locked);
    assert.ok(areNumbersLocked(parse(locked)));
    assert.ok(!areNumbersLocked(parse(page)));
    assert.equal(set(locked, 'scene Numbers', undefined), page);
  });

  it('replaces all values of a key, its spelling kept', () => {
    assert.equal(set(page, 'author', 'Us'), 'Title: T\nAuthor: Us\n\nINT. A\n\nOne.\n');
    assert.equal(set('DRAFT DATE: May\r\nTitle: T\r\n\r\nText\r\n', 'Draft date', 'June'), 'DRAFT DATE: June\r\nTitle: T\r\n\r\nText\r\n');
  });

  it('makes a title page where there is none, and takes it away with its last key', () => {
    for (const text of ['INT. A\n\nOne.\n', '\r\nFADE IN:\r\n', '\uFEFFINT. A\r\n\r\nOne.', '']) {
      const made = set(text, 'Scene numbers', 'locked');
      assert.ok(areNumbersLocked(parse(made)), JSON.stringify(made));
      assert.equal(set(made, 'Scene numbers', undefined), text);
    }
  });

  it('prints nothing of the lock, and no empty title page for it', () => {
    assert.equal(layoutOf(parse('Scene numbers: locked\n\nINT. A\n\nOne.\n'), STANDARD_PAGE).titlePage, undefined);
    const { titlePage } = layoutOf(parse('Title: T\nScene numbers: locked\n\nINT. A\n'), STANDARD_PAGE);
    assert.deepEqual(titlePage && linesOf(titlePage).map(({ runs }) => runs.map(({ text }) => text).join('')), ['T']);
  });

  it('reads a key of several values, and says nothing of one that is not there', () => {
    assert.equal(titleEntry(parse(page), 'AUTHOR'), 'Me\nYou');
    assert.equal(titleEntry(parse(page), 'Contact'), undefined);
    assert.equal(setTitleEntry(parse(page), 'Contact', undefined), undefined);
    assert.equal(setTitleEntry(parse(page), 'Title', 'T'), undefined);
  });

  it('writes no value that would be read as something else', () => {
    assert.equal(setTitleEntry(parse(page), 'Draft date', 'May\n\nINT. B'), undefined);
  });
});
