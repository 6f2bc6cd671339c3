// The estimate of tokens against a real vocabulary: never under it on prose, in any script.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { estimateTokens } from '../../../../src/core/suggest/estimateTokens';
import { CRAFT_RULES } from '../../../../src/core/suggest/request/craftRules';

const ENGLISH = `INT. LIGHTHOUSE KITCHEN - NIGHT

MARA (30s), oilskins still dripping, sets two mugs on a table laid for three. She has done this before. She moves one of them to the sink.

MARA
(not turning round)
You said Thursday. I told the harbour Thursday, I told your sister, I painted the damn boat. And now you stand there like somebody's coat.

TOBIAS
It was the fog. Nobody could've crossed in that. Ask Henrik -- he'll tell you, he was sitting right beside me the whole time, eating my sandwiches.

CUT TO:`;

const PROSE: Readonly<Record<string, string>> = {
  English: ENGLISH,
  'the craft rules': CRAFT_RULES,
  'capitals only': 'MCCLANE, ZBIGNIEW AND THE OLD WOMAN QUARREL. AAAARGH! INT./EXT. TAXI (MOVING) - CONTINUOUS',
  French: "INT. CUISINE – NUIT. Il la regarde longuement, puis se détourne. Tu m'avais promis qu'on partirait ensemble, et te voilà plantée là. ÉLÉONORE (à l'été)",
  German: 'INNEN. KÜCHE – NACHT. Er sieht sie lange an. Du hattest versprochen, dass wir zusammen fahren, über die Donaudampfschifffahrtsgesellschaft. JÜRGEN',
  Finnish: 'Hän katsoo tyttöä pitkään ja kääntyy sitten pois. Lupasit että lähdemme yhdessä, ja nyt seisot siinä hiljaa.',
  Polish: 'Patrzy na nią długo, potem się odwraca. Obiecałaś, że pojedziemy razem, a teraz stoisz i milczysz. Szczęście, źdźbło.',
  Turkish: 'Uzun süre ona bakar, sonra arkasını döner. Birlikte gideceğimize söz vermiştin, şimdi orada susuyorsun.',
  Vietnamese: 'Anh nhìn cô thật lâu rồi quay đi. Em đã hứa chúng ta sẽ đi cùng nhau, vậy mà giờ em đứng đó lặng im.',
  Russian: 'ИНТ. КВАРТИРА ЩЕРБАКОВЫХ – НОЧЬ. Он смотрит на неё долго. Ты же обещала, что мы поедем вместе, а теперь стоишь и молчишь. ИВАН ПЕТРОВИЧ',
  Greek: 'ΕΣΩΤ. ΚΟΥΖΙΝΑ – ΝΥΧΤΑ. Την κοιτάζει για ώρα, ύστερα γυρίζει αλλού. Μου είχες υποσχεθεί ότι θα φύγουμε μαζί. ΓΙΩΡΓΟΣ',
  Chinese: '内景 厨房 夜。他看了她很久，然后转过身去。你答应过我们会一起走的，可现在你站在那里一句话也不说。龘靐',
  'Chinese, traditional': '他看了她很久，然後轉過身去。妳答應過我們會一起走的，可現在妳站在那裡一句話也不說，好像什麼都沒發生過。',
  Japanese: '彼は長いあいだ彼女を見つめ、それから背を向けた。一緒に行くって約束したじゃないか。なのに黙っている。',
  Korean: '그는 오랫동안 그녀를 바라보다가 돌아선다. 같이 떠나기로 약속했잖아. 그런데 지금 말없이 서 있네.',
  Arabic: 'نظر إليها طويلاً ثم استدار. لقد وعدتني أننا سنرحل معًا، والآن تقفين هناك صامتة. نَظَرَ إِلَيْهَا طَوِيلًا',
  Hebrew: 'הוא הביט בה ארוכות ואז הסתובב. הבטחת לי שניסע ביחד, ועכשיו את עומדת שם ושותקת.',
  Hindi: 'वह उसे देर तक देखता है, फिर मुड़ जाता है। तुमने वादा किया था कि हम साथ चलेंगे।',
  Thai: 'เขามองเธออยู่นานแล้วหันหลังกลับ เธอสัญญาว่าเราจะไปด้วยกัน แต่ตอนนี้เธอกลับยืนเงียบ',
  Amharic: 'ለረጅም ጊዜ ተመለከታት ከዚያም ዞረ። አብረን እንሄዳለን ብለሽ ነበር',
  emoji: '😀😂🥺👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿❤️‍🔥👍🏽🇫🇷🫠🪿🧌 👀!!',
  'signs and figures': '?!?! ... -- #110A# 2026-11-22 3.14159 [[note]] /* cut */ ~la la~ > THE END < === @McCLANE',
};

describe('estimateTokens', function () {
  this.timeout(60_000); // a busy machine is no failure

  for (const [what, text] of Object.entries(PROSE)) {
    it(`is not under the real count: ${what}`, () => {
      assert.ok(estimateTokens(text) >= encode(text).length, `${estimateTokens(text)} for ${encode(text).length}`);
    });
  }

  it('is at most 1.6 times over on English', () => {
    for (const text of [ENGLISH, CRAFT_RULES]) {
      assert.ok(estimateTokens(text) <= encode(text).length * 1.6, `${estimateTokens(text)} for ${encode(text).length}`);
    }
  });

  it('never takes two texts for less than both together', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...Object.values(PROSE)));
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.ok(estimateTokens(`${a}\n`) + estimateTokens(b) >= estimateTokens(`${a}\n${b}`));
      }),
    );
  });

  it('is nothing for nothing', () => {
    assert.equal(estimateTokens(''), 0);
  });
});
