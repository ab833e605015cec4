import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const fontFamily = 'DejaVu Sans';

const require = createRequire(import.meta.url);

/** The canvas with its font. Loaded late: most starts draw nothing. */
export async function loadCanvas() {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  if (!GlobalFonts.has(fontFamily)) {
    const fonts = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
    for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'])
      GlobalFonts.registerFromPath(join(fonts, file), fontFamily);
  }
  return createCanvas;
}
