// Pictures of each kind of page for people to look at: npm run shots -- FOLDER

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DESKTOP, PHONE, launch } from './support/browser.js';
import { serve } from './support/server.js';
import { builtAt, samples } from './support/site.js';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npm run shots -- FOLDER');
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const [browser, server] = await Promise.all([launch(builtAt), serve()]);
for (const [screen, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport, colorScheme });
    for (const { file } of samples()) {
      await page.goto(server.url(file));
      const name = `${file.replace(/\.html$/, '').replaceAll('/', '-')}-${screen}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(folder, name), fullPage: true });
      console.log(name);
    }
    await page.close();
  }
}
await browser.close();
await server.close();
