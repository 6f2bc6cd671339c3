// Courier Prime, from the extension's own folder.

const FACES = [
  { file: 'CourierPrime-Regular.ttf', weight: '400', style: 'normal' },
  { file: 'CourierPrime-Bold.ttf', weight: '700', style: 'normal' },
  { file: 'CourierPrime-Italic.ttf', weight: '400', style: 'italic' },
  { file: 'CourierPrime-BoldItalic.ttf', weight: '700', style: 'italic' },
] as const;

/** Makes the page's font known. A face that does not come leaves the style sheet's other typewriter fonts. */
export function loadFonts(): void {
  const folder = document.body.dataset['fonts'] ?? '';
  for (const { file, weight, style } of FACES) {
    document.fonts.add(new FontFace('Courier Prime', `url("${folder}/${file}")`, { weight, style, display: 'block' }));
  }
}
