// The title page as Final Draft's own content, its keys in an instruction where the lines alone would not tell them.
import type { TitlePageEntry } from '../fountain/elements';
import { instruction } from './instruction';
import { bitsOf, xmlText, type Piece } from './pieces';
import { entriesOf, titleLines } from './titlePage';
import { attributesXml, escapeText } from './xml';

/** "" where there is no title page. */
export function titlePageXml(entries: readonly TitlePageEntry[]): string {
  if (entries.length === 0) {
    return '';
  }
  const lines = titleLines(entries);
  const told = entries.every(({ values }) => values.every((value) => xmlText(value) === value)) && JSON.stringify(entriesOf(lines)) === JSON.stringify(entries);
  const word = told ? '' : `    ${instruction({ entries: entries.map(({ key, values }) => [key, values]) })}\n`;
  const paragraphs = lines.map(({ alignment, pieces }) => `      <Paragraph${attributesXml({ Alignment: alignment })}>\n${piecesXml(pieces)}      </Paragraph>\n`);
  return `  <TitlePage>\n${word}    <Content>\n${paragraphs.join('')}    </Content>\n  </TitlePage>\n`;
}

function piecesXml(pieces: readonly Piece[]): string {
  if (pieces.length === 0) {
    return '        <Text></Text>\n';
  }
  return pieces
    .map((piece) => {
      if (piece.kind !== 'run') {
        return `        <ScriptNote${attributesXml({ Name: piece.kind === 'boneyard' ? 'Boneyard' : '' })}>${piece.text.split('\n').map((line) => `<Paragraph><Text>${escapeText(line)}</Text></Paragraph>`).join('')}</ScriptNote>\n`;
      }
      const bits = bitsOf(piece);
      const style = ['Bold', 'Italic', 'Underline'].filter((_, bit) => (bits & (1 << bit)) !== 0).join('+');
      return `        <Text${style === '' ? '' : attributesXml({ Style: style })}>${escapeText(piece.text)}</Text>\n`;
    })
    .join('');
}
