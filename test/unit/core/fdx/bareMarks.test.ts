// Ampersands and brackets that another program wrote as they are: letters of the script, and nothing behind them is lost.
import assert from 'node:assert/strict';
import { escapeBareMarks } from '../../../../src/core/fdx/bareMarks';
import { fromFdx } from '../../../../src/core/fdx/fromFdx';

const fileOf = (...texts: string[]): string => `<FinalDraft Version="5">\n<Content>\n${texts.map((text) => `<Paragraph Type="Action"><Text>${text}</Text></Paragraph>\n`).join('')}</Content></FinalDraft>`;
function converted(...texts: string[]): { fountain: string; reports: readonly { kind: string; count: number; detail?: string }[] } {
  const result = fromFdx(fileOf(...texts));
  assert.ok('fountain' in result);
  return result;
}

describe('bare ampersands and brackets in Final Draft files', () => {
  it('keep their letters, and all that follows', () => {
    for (const text of ['Fish && chips here.', 'Rock & roll.', 'R&D, then.', 'AT&T; or not.', 'Ends in &', '&; alone.', '&# and &#x; and &#9', 'I < 3 you.', 'Oh <3 and a <- b.', 'What</ is <? this <! here.', 'I <love you.', '<<']) {
      const { fountain, reports } = converted(text, 'Behind.');
      assert.equal(fountain, `${text}\n\nBehind.\n`);
      assert.deepEqual(reports.filter(({ kind }) => kind === 'cutShort'), []);
    }
  });

  it('are told with the line of the first', () => {
    assert.deepEqual(converted('Sound.', 'Fish & chips.', 'I < 3 you.').reports, [{ kind: 'broken', count: 4, detail: '"&" that is not written as "&amp;"' }]);
    assert.deepEqual(converted('Sound &amp; safe &lt; &#65; &#x42;.').reports, []);
  });

  it('are left where they are no text: comments, CDATA, instructions, tags, entities', () => {
    for (const text of ['<!-- a && < b -->', '<![CDATA[a && < b]]>', '<?backlot a && < b?>', '<!DOCTYPE a [<!ENTITY x "&y;">]>', '<A b="&amp;"/></A>', '&amp;&lt;&#10;&#xA;&nbsp;', '<five>.</five>', '<_a:b/>']) {
      assert.deepEqual(escapeBareMarks(text), { text });
    }
    assert.deepEqual(escapeBareMarks('<A b="c & d < e">'), { text: '<A b="c &amp; d &lt; e">', first: { mark: '&', at: 8 } });
  });
});
