// The report's pictures on paper: the same drawings as in the view, in colours that also print well in grey.
import type { Pdf } from '../print/pdfDocument';
import type { Drawing, Role, Shape } from './protocol';

export const INK: Readonly<Record<Role, string>> = {
  action: '#e0a458',
  dialogue: '#2f5f9e',
  accent: '#6d5192',
  accentSoft: '#a795be',
  soft: '#cfc5dc',
  band: '#ececec',
  bandOther: '#dcdcdc',
  grid: '#d4d4d4',
  axis: '#8a8a8a',
  ink: '#1a1a1a',
  faint: '#5f5f5f',
  onFill: '#ffffff',
};

/** Draws with the drawing's upper left corner at a place on the page. */
export function drawOn(pdf: Pdf, { shapes }: Drawing, left: number, top: number): void {
  for (const shape of shapes) {
    drawShape(pdf, shape, left, top);
  }
}

function drawShape(pdf: Pdf, shape: Shape, left: number, top: number): void {
  switch (shape.kind) {
    case 'rect':
      pdf.rect(left + shape.x, top + shape.y, shape.width, shape.height, INK[shape.role]);
      return;
    case 'circle':
      pdf.path(circle(left + shape.x, top + shape.y, shape.r), { fill: INK[shape.role] });
      if (shape.outlined === true) {
        pdf.path(circle(left + shape.x, top + shape.y, Math.max(0.5, shape.r - 0.8)), { fill: INK.onFill });
      }
      return;
    case 'line':
      drawLine(pdf, shape, left, top);
      return;
    case 'text': {
      const align = shape.anchor === 'start' ? 'left' : shape.anchor === 'end' ? 'right' : 'center';
      // A drawing counts to the letters' feet, print from the top of their row.
      pdf.text(shape.text, { x: left + shape.x, y: top + shape.y - shape.size * 0.72 }, { size: shape.size, align, color: INK[shape.role] });
      return;
    }
    case 'spot':
      return;
  }
}

const DASH = { on: 1.5, off: 2 };

function drawLine(pdf: Pdf, { x1, y1, x2, y2, role, dashed }: Extract<Shape, { kind: 'line' }>, left: number, top: number): void {
  const stroke = { color: INK[role], width: 0.5 };
  if (dashed !== true) {
    pdf.line(left + x1, top + y1, left + x2, top + y2, stroke);
    return;
  }
  for (let x = x1; x < x2; x += DASH.on + DASH.off) {
    pdf.line(left + x, top + y1, left + Math.min(x2, x + DASH.on), top + y2, { ...stroke, width: 0.8 });
  }
}

function circle(x: number, y: number, r: number): string {
  return `M ${x - r} ${y} A ${r} ${r} 0 1 0 ${x + r} ${y} A ${r} ${r} 0 1 0 ${x - r} ${y} Z`;
}
