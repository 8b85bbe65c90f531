// `canevas serve` in a browser: what changes and what does not, the overlay of errors, the bar.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { violations } from '../support/axe.js';
import { DESKTOP, PHONE, launch, watch } from '../support/browser.js';
import { none } from '../support/expect.js';
import { isBuilt, project, start } from './preview.js';


const CALL = 'fr/bretagne/amige-2022.html';
const OTHER = 'fr/normandie/amige-2022.html';
const ADAPTATION = 'regions/bretagne/amige-2022.yaml';
const STYLE = 'themes/sobre/static/sobre.css';
/** Long enough for a reload that should not be. */
const CALM = 400;

describe('preview', { skip: !isBuilt && 'no release binary', timeout: 120_000 }, () => {
  let browser;
  let context;
  let site;
  let server;

  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    site = project();
    [server, context] = await Promise.all([start(site.root), browser.newContext({ viewport: DESKTOP })]);
    context.setDefaultTimeout(10_000);
  });
  afterEach(async () => {
    await context?.close();
    await server?.stop();
    site?.remove();
  });

  /** A tab whose bar is there: it is connected. A reload would lose the mark. */
  async function open(address) {
    const page = await context.newPage();
    await page.goto(server.url(address));
    await page.locator('#toggle').waitFor();
    await page.evaluate(() => (window.mark = true));
    return page;
  }

  const isMarked = (page) => page.evaluate(() => window.mark === true);
  /** The document, less what is the preview's own. */
  const content = (page) =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true);
      copy.querySelectorAll('canevas-preview, [href*=__canevas], [src*=__canevas]').forEach((own) => own.remove());
      copy.removeAttribute('style');
      // The order of attributes says nothing.
      for (const element of [copy, ...copy.querySelectorAll('*')]) {
        const attributes = [...element.attributes].map(({ name, value }) => [name, value]).sort();
        for (const [name] of attributes) element.removeAttribute(name);
        for (const [name, value] of attributes) element.setAttribute(name, value);
      }
      return copy.outerHTML;
    });
  async function fresh(address) {
    const page = await open(address);
    const html = await content(page);
    await page.close();
    return html;
  }
  /** The preview needs a moment; what never comes true is told with its name. */
  async function until(isTrue, name) {
    for (let left = 20; left; left -= 1) {
      if (await isTrue()) return;
    }
    assert.fail(`never as a fresh tab after ${name}`);
  }
  const shows = (page, words) => page.getByText(words).first().waitFor();
  const notice = (words) => `statut: publie\navis: { fr: "${words}", en: "${words}" }\n`;
  const wrong = 'statut: publie\n"<img src=x>": 1\n';

  it('keeps the day it is seen at, whatever the clock of the browser', async () => {
    const page = await open(CALL);
    assert.equal(await page.locator('script[src*="assets/status."]').count(), 1);
    assert.equal(await page.locator('.status:visible').textContent(), 'Ouvert');
  });

  it('changes the tab whose page changed, in place, and touches no other', async () => {
    const [call, other, home] = [await open(CALL), await open(OTHER), await open('fr/index.html')];
    await other.evaluate(() => {
      window.touched = 0;
      const count = (records) => (window.touched += records.length);
      new MutationObserver(count).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    site.save(ADAPTATION, notice('Premier avis'));
    await shows(call, 'Premier avis');
    await other.waitForTimeout(CALM);
    assert.equal(await isMarked(call), true, 'the page was loaded again');
    assert.equal(await other.evaluate(() => window.touched), 0, 'the other region was touched');
    await home.close();
    site.save('regions/normandie/amige-2022.yaml', notice('Avis normand'));
    await shows(other, 'Avis normand');
  });

  it('keeps the focus, the scroll position and what was opened when the page changes', async () => {
    const page = await open(CALL);
    const link = page.locator('main a[href]').last();
    await link.focus();
    const text = await link.textContent();
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 0);
    site.save(ADAPTATION, site.read(ADAPTATION).replace('Exemple d\'adaptation', 'Modèle d\'adaptation'));
    await shows(page, /Modèle d.adaptation/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), text);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 5);
    assert.equal(await isMarked(page), true);
  });

  it('leaves the same document as a fresh tab, whatever was edited', async () => {
    const page = await open(CALL);
    const sound = site.read(ADAPTATION);
    const template = 'themes/sobre/templates/call.html';
    const edits = [
      [ADAPTATION, notice('Un avis')],
      [ADAPTATION, sound.replace(/^priorites:[\s\S]*?^calendrier:/m, 'calendrier:')],
      ['content/amige-2022/appel.yaml', site.read('content/amige-2022/appel.yaml').replace('Appel à manifestation', 'Grand appel à manifestation')],
      [template, site.read(template).replace('<h1>', '<details><summary>Plus</summary></details>\n<h1 class="changed">')],
      ['themes/sobre/templates/base.html', site.read('themes/sobre/templates/base.html').replace('<html lang', '<html data-edited lang')],
      [ADAPTATION, sound],
      ['content/amige-2022/canevas.fr.md', site.read('content/amige-2022/canevas.fr.md').replace(/^- améliorent.*$/m, '- un\n- deux\n- trois')],
    ];
    for (const [file, text] of edits) {
      site.save(file, text);
      await until(async () => (await content(page)) === (await fresh(CALL)), file);
    }
    assert.equal(await isMarked(page), true, 'the page was loaded again');
  });

  it('leaves the scripts of a page at work when it changes', async () => {
    const page = await open('fr/index.html');
    site.save('canevas.yaml', site.read('canevas.yaml').replace(/^titre:.*\n(?:  .*\n)*/m, 'titre: { fr: "Un autre titre", en: "Another title" }\n'));
    await page.waitForFunction(() => document.title.includes('Un autre titre'));
    assert.equal(await isMarked(page), true, 'the page was loaded again');
    await page.locator('.finder input').first().fill('35000');
    await page.locator('.finder button').first().click();
    await page.waitForURL(/bretagne/);
  });

  it('finds its server again after a restart, and the page it missed', async () => {
    const tabs = await Promise.all([open(CALL), open('en/bretagne/amige-2022.html')]);
    await server.stop();
    site.save(ADAPTATION, notice('Pendant la pause'));
    server = await start(site.root, { port: server.port });
    for (const tab of tabs) await shows(tab, 'Pendant la pause');
  });

  it('stays responsive with eight tabs', async () => {
    const regions = ['bretagne', 'normandie', 'corse', 'guyane'];
    const addresses = regions.flatMap((region) => [`fr/${region}.html`, `fr/${region}/amige-2022.html`]);
    const tabs = await Promise.all(addresses.map(open));
    for (const words of ['Un avis', 'Deux avis', 'Trois avis']) {
      const started = performance.now();
      site.save(ADAPTATION, notice(words));
      await shows(tabs[1], words);
      const answers = tabs.map((tab) => tab.evaluate(() => fetch(location.href).then(({ status }) => status)));
      assert.deepEqual(await Promise.all(answers), Array(8).fill(200));
      assert.ok(performance.now() - started < 3000);
    }
    assert.equal(await isMarked(tabs[5]), true);
  });

  it('answers during a rebuild', async () => {
    const statuses = new Set();
    let slowest = 0;
    for (let rank = 0; rank < 20; rank += 1) {
      site.save('content/pages/cookies.fr.md', site.read('content/pages/cookies.fr.md') + `\nTexte ${rank}.\n`);
      for (let ask = 0; ask < 5; ask += 1) {
        const started = performance.now();
        const response = await fetch(server.url(CALL));
        assert.match(await response.text(), /<\/html>/);
        statuses.add(response.status);
        slowest = Math.max(slowest, performance.now() - started);
      }
    }
    assert.deepEqual([...statuses], [200]);
    assert.ok(slowest < 1000, `${slowest} ms`);
  });

  it('changes the style in place', async () => {
    const page = await open(CALL);
    await page.evaluate(() => scrollTo(0, 700));
    const before = await page.evaluate(() => scrollY);
    for (const colour of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
      site.save(STYLE, `${site.read(STYLE)}\nbody { outline-color: ${colour} }\n`);
      await page.waitForFunction((wanted) => getComputedStyle(document.body).outlineColor === wanted, colour);
    }
    await page.waitForTimeout(CALM);
    assert.equal(await isMarked(page), true, 'the page was reloaded');
    assert.equal(await page.evaluate(() => scrollY), before);
    const sheets = page.locator('link[rel~=stylesheet][href*="assets/sobre."]');
    assert.equal(await sheets.count(), 1, 'the old sheet stays');
  });

  it('shows an error over the page, and takes it away once mended', async () => {
    const page = await open(CALL);
    const dialog = page.locator('dialog[open]');
    const sound = site.read(ADAPTATION);
    site.save(ADAPTATION, wrong);
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /regions\/bretagne\/amige-2022\.yaml:2:1/);
    assert.equal(await dialog.locator('img').count(), 0, 'the text of the file is markup');
    await page.waitForFunction(focusIsIn, 'dialog');
    none(await violations(page), 'violations');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(focusIsIn, '#errors');
    none(await violations(page), 'violations');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    site.save(ADAPTATION, sound);
    await dialog.waitFor({ state: 'detached' });
    await page.locator('#errors').waitFor({ state: 'hidden' });
    assert.equal(await isMarked(page), true, 'the same page was reloaded');
  });

  it('stays closed while the same error lasts', async () => {
    const page = await open(CALL);
    site.save(ADAPTATION, wrong);
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    site.save('content/pages/cookies.fr.md', `${site.read('content/pages/cookies.fr.md')}\nPlus.\n`);
    await page.waitForTimeout(CALM);
    assert.equal(await page.locator('dialog[open]').count(), 0);
  });

  it('stays closed while a template still fails', async () => {
    const page = await open('fr/index.html');
    site.save('themes/sobre/templates/call.html', '{{ nothing.at.all }}');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    site.save('themes/sobre/templates/call.html', '{{ nothing.at.all }} ');
    await page.waitForTimeout(CALM);
    assert.equal(await page.locator('dialog[open]').count(), 0, 'it came back by itself');
  });

  it('mends a page that was an error from the start', async () => {
    const sound = site.read(ADAPTATION);
    site.save(ADAPTATION, wrong);
    const page = await context.newPage();
    const asked = async () => (await page.goto(server.url(CALL))).status();
    for (let tries = 0; (await asked()) !== 500; tries += 1) assert.ok(tries < 100);
    await page.locator('h1').waitFor();
    none(await violations(page), 'violations');
    site.save(ADAPTATION, sound);
    await shows(page, "Exemple d’adaptation");
  });

  it('travels in time', async () => {
    const page = await open(CALL);
    const status = page.locator('main .status').first();
    const now = await status.textContent();
    await page.locator('#date').fill('2022-06-01');
    await page.locator('#apply').click();
    await page.waitForFunction((now) => document.querySelector('main .status').textContent !== now, now);
    await page.locator('#travel.away').waitFor();
    assert.equal(await page.locator('#date').inputValue(), '2022-06-01');
  });

  it('lists drafts and marks them', async () => {
    const page = await open(OTHER);
    assert.equal(await page.locator('#draft').isVisible(), false);
    site.save('regions/normandie/amige-2022.yaml', 'statut: brouillon\n');
    await page.locator('#draft').waitFor();
    await page.locator('#drafts summary').click();
    const addresses = await page.locator('#drafts a').evaluateAll((links) => links.map((link) => link.pathname));
    assert.deepEqual(addresses.sort(), [`/en/normandie/amige-2022.html`, `/${OTHER}`]);
    none(await violations(page), 'violations');
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [DESKTOP, PHONE]) {
      it(`has an accessible bar, ${colorScheme}, ${viewport.width} px`, async () => {
        const page = await open(CALL);
        const faults = watch(page);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await page.reload();
        await page.locator('#toggle').waitFor();
        const controls = page.locator('#controls');
        if (await controls.isHidden()) await page.locator('#toggle').click();
        for (const each of ['#changes summary', '#origins', '#translations']) await page.locator(each).click();
        // Before axe, whose own styles the policy refuses.
        none(faults);
        none(await violations(page), 'violations');
        await page.locator('#toggle').click();
        none(await violations(page), 'violations');
      });
    }
  }
});

/** Runs in the page: whether what has the focus is `selector`, or inside it, in the shadow of the preview. */
const focusIsIn = (selector) => {
  const inside = document.querySelector('canevas-preview').shadowRoot.activeElement;
  return Boolean(inside?.closest(selector));
};
