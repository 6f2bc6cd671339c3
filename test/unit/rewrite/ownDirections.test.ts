import assert from 'node:assert/strict';
import { readDirections } from '../../../src/rewrite/ownDirections';

describe('directions of one’s own', () => {
  it('are lines: a label and what is meant, or a sentence', () => {
    assert.deepEqual(readDirections('colder: they give each other less\nMore rain\n'), [
      { label: 'colder', instruction: 'they give each other less' },
      { label: 'More rain', instruction: 'More rain' },
    ]);
  });

  it('may be a list with headings in a shared file, in any language, with any line ends', () => {
    const file = '\uFEFF# Our room\r\n\r\n- **colder**: less\r\n* wärmer: mehr\r\n3. 更冷：少说\r\n\r\n---\r\n<!-- not yet:\r\n- secret -->\r\n```\r\n';
    assert.deepEqual(readDirections(file), [
      { label: 'colder', instruction: 'less' },
      { label: 'wärmer', instruction: 'mehr' },
      { label: '更冷', instruction: '少说' },
    ]);
  });

  it('stand once, by whatever capitals', () => {
    assert.deepEqual(readDirections('Colder: a\ncolder: b').map(({ instruction }) => instruction), ['a']);
  });

  it('take a long beginning before a colon for a part of the sentence', () => {
    const line = 'She says it as if she had said it a hundred times before: without looking up';
    assert.deepEqual(readDirections(line), [{ label: line, instruction: line }]);
  });

  it('are none in nothing', () => {
    assert.deepEqual(readDirections(''), []);
    assert.deepEqual(readDirections('\n- \n#\n'), []);
  });
});
