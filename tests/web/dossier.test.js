// The dossier filled in on its page: every answer goes through the browser into a file, and `canevas dossier read` gives it
// back, under the site's policy and from a disk.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { violations } from './support/axe.js';
import { DESKTOP, PHONE, launch, overflowing, watch } from './support/browser.js';
import { read } from './support/canevas.js';
import {
  downloaded,
  fault,
  fillAll,
  kept,
  open,
  pathOf,
  press,
  said,
  spoil,
  type,
} from './support/dossier.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, root } from './support/site.js';

const folder = mkdtempSync(path.join(tmpdir(), 'canevas-dossier-'));

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const WAYS = {
  'under the policy': (file) => server.url(file),
  'from a disk': (file) => pathToFileURL(path.join(root, file)).href,
};

for (const [way, address] of Object.entries(WAYS)) {
  describe(`a dossier filled in ${way}`, () => {
    let page;
    let faults;
    let expected;
    before(async () => {
      const context = await browser.newContext({ viewport: DESKTOP, acceptDownloads: true });
      page = await context.newPage();
      faults = watch(page);
      await page.goto(address(pathOf()));
      expected = await fillAll(page);
    });
    after(() => page?.context().close());

    for (const [action, name] of [
      ['docx', 'dossier-amige-2022-bretagne-fr-rempli.docx'],
      ['save', 'reponses-amige-2022-bretagne-fr.json'],
    ]) {
      it(`gives every answer to ${name}`, async () => {
        const download = await downloaded(page, action);
        assert.equal(download.suggestedFilename(), name);
        const file = path.join(folder, `${way.split(' ').at(-1)}-${name}`);
        await download.saveAs(file);
        const { row, said } = read(file);
        assert.ok(row, said);
        const wrong = Object.entries(expected).filter(([id, answer]) => row.reponses[id] !== answer);
        none(
          wrong.map(
            ([id, answer]) => `${id}: ${JSON.stringify(row.reponses[id])}, not ${JSON.stringify(answer)}`,
          ),
          'answers',
        );
        assert.equal(Object.keys(row.reponses).length, Object.keys(expected).length);
        assert.ok(Object.keys(expected).length >= 154, `${Object.keys(expected).length} answers`);
      });
    }

    it('does nothing that it should not', () => none(faults));
  });
}

/** The page in a browser that knows nothing yet. */
async function visit({ lang, region, ...options } = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const faults = watch(page);
  await page.goto(server.url(pathOf(lang, region)));
  return { page, faults };
}

/** With one kind of space. */
const plain = (text) => text.replace(/\s/g, ' ');
const answersOf = (text) => JSON.parse(text).reponses;

describe('answers that one comes back to', () => {
  it('are there after a reload, and forgotten on demand', async () => {
    const { page } = await visit();
    const expected = await fillAll(page);
    const { length } = Object.keys(expected);
    await page.waitForFunction((length) => window.canevasDossier.answers().size === length, length);
    // As when one leaves the page.
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    const before = answersOf(await kept(page));
    assert.equal(Object.keys(before).length, length);
    await page.reload();
    await page.waitForFunction(() => window.canevasDossier.actions);
    assert.deepEqual(answersOf(await kept(page)), before);
    assert.match(await page.locator('.fill-end .fill-kept').textContent(), /gardées dans ce navigateur/);
    page.on('dialog', (dialog) => dialog.accept());
    await press(page, 'clear');
    await page.waitForFunction(() => localStorage.length === 0);
    await page.reload();
    assert.equal(await page.locator('[id="answer_organisme"]').inputValue(), '');
    await page.context().close();
  });

  it('are those of the file that was kept, in another browser', async () => {
    const { page } = await visit();
    await fillAll(page);
    const file = path.join(folder, 'kept.json');
    await (await downloaded(page, 'save')).saveAs(file);
    await page.context().close();
    const other = await visit();
    await open(other.page, file);
    assert.match(await said(other.page), /^Réponses reprises : 15\d\.$/);
    const again = path.join(folder, 'again.json');
    await (await downloaded(other.page, 'save')).saveAs(again);
    assert.equal(readFileSync(again, 'utf8'), readFileSync(file, 'utf8'));
    none(other.faults);
    await other.page.context().close();
  });

  it('are offered when they are of an older version, never taken in silence', async () => {
    const { page } = await visit();
    await page.evaluate(() => {
      const old = {
        canevas: 1,
        version: '00000000',
        reponses: { organisme: 'Avant', couleur: 'vert', rib: true },
      };
      localStorage.setItem('canevas:amige-2022:bretagne:fr', JSON.stringify(old));
    });
    await page.reload();
    const notice = page.locator('.fill > .notice');
    await notice.waitFor();
    assert.equal(await page.locator('[id="answer_organisme"]').inputValue(), '');
    await type(page, 'nom-du-projet', 'Maintenant');
    await page.reload();
    await notice.getByRole('button').first().click();
    assert.match(await notice.textContent(), /Réponses reprises : 3\..*couleur/);
    assert.deepEqual(answersOf(await kept(page)), {
      organisme: 'Avant',
      'nom-du-projet': 'Maintenant',
      rib: true,
    });
    await page.context().close();
  });

  it('are kept in a file where the browser keeps nothing', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const page = await context.newPage();
    await page.goto(server.url(pathOf()));
    await type(page, 'organisme', 'Ouessant');
    await page.waitForFunction(() =>
      document.querySelector('.fill-kept').textContent.includes('ne garde pas'),
    );
    assert.equal(
      (await downloaded(page, 'save')).suggestedFilename(),
      'reponses-amige-2022-bretagne-fr.json',
    );
    await context.close();
  });
});

it('asks again for a script that did not come', async () => {
  const { page } = await visit();
  await page.route('**/dossier-answers.*.js', (route) => route.abort());
  await page.locator('[id="answer_organisme"]').fill('Ouessant');
  await page.waitForFunction(() => document.querySelector('.fill-kept').textContent.includes('ne garde pas'));
  await page.unroute('**/dossier-answers.*.js');
  await page.locator('[id="answer_nom-du-projet"]').focus();
  await page.waitForFunction(() => window.canevasDossier.actions);
  await page.waitForFunction(() => document.querySelector('.fill-kept').textContent.includes('sont gardées'));
  assert.deepEqual(answersOf(await kept(page)), { organisme: 'Ouessant' });
  await page.context().close();
});

describe('a file that is no file of these answers', () => {
  const file = (content) => {
    const name = path.join(folder, 'other.json');
    writeFileSync(name, content);
    return name;
  };
  const other = JSON.stringify({ canevas: 1, appel: 'amige-2022', region: 'corse', reponses: {} });
  const cases = {
    'of another dossier': [other, /autre dossier \(amige-2022, corse\)/],
    broken: ['{"canevas":1', /pas un fichier de réponses/],
    'of something else': ['[]', /pas un fichier de réponses/],
    'a giant': [' '.repeat(3e6), /pas un fichier de réponses/],
  };
  for (const [name, [content, words]] of Object.entries(cases)) {
    it(`${name} changes nothing`, async () => {
      const { page, faults } = await visit();
      await type(page, 'organisme', 'Ouessant');
      await open(page, file(content));
      assert.match(await said(page), words);
      assert.deepEqual(answersOf(await kept(page)), { organisme: 'Ouessant' });
      none(faults);
      await page.context().close();
    });
  }
});

describe('what is wrong', () => {
  let page;
  before(async () => ({ page } = await visit()));
  after(() => page?.context().close());

  // What is typed, and what is said of it; nothing of what `canevas dossier read` takes.
  const typed = {
    siret: {
      '000 123 456 00006': '',
      123: /14 chiffres.* 3\./,
      '00012345600007': /ne forment pas/,
      35600000000047: '',
    },
    'contact-telephone': {
      '01 99 00 12 34': '',
      '+262 262 12 34 56': '',
      3949: '',
      '01 99 00 12 3': /10 chiffres/,
      '+33 1': /10 chiffres/,
    },
    'contact-courriel': {
      'a.b+c@example.org': '',
      'nom(at)example.org': /adresse/,
      'nom@example': /adresse/,
    },
    'groupement-existant:adherents:nombre': {
      '12,5': '',
      '1 250': '',
      0.125: '',
      '12 h': /nombre/,
      '1 25': /nombre/,
    },
    'budget:charges:prestations': {
      '1 250,50 €': '',
      '1.250,50': '',
      '12 k€': /montant/,
      '0,125': /montant/,
    },
  };
  for (const [id, values] of Object.entries(typed)) {
    it(`is said of ${id}, once one leaves it`, async () => {
      for (const [text, words] of Object.entries(values)) {
        await type(page, id, text);
        const found = await fault(page, id);
        if (words) assert.match(found, words, text);
        else assert.equal(found, '', text);
        assert.equal(
          await page.locator(`[id="answer_${id}"]`).getAttribute('aria-invalid'),
          words ? 'true' : null,
        );
        assert.equal(await page.locator(`[id="answer_${id}"]`).inputValue(), text, 'nothing is cut');
      }
    });
  }

  it('is counted, not cut', async () => {
    const limit = Number(await page.locator('[data-f="representant-nom"]').getAttribute('data-max'));
    for (const [over, words] of [
      [0, ''],
      [12, 'Trop long : 12 de trop.'],
    ]) {
      await type(page, 'representant-nom', '🤝'.repeat(limit + over));
      assert.equal(plain(await fault(page, 'representant-nom')), words);
      assert.equal(
        plain(await page.locator('[id="count_representant-nom"]').textContent()),
        `${limit + over} sur ${limit}`,
      );
    }
  });

  it('is listed on demand, with links that lead there, and keeps nobody from the file', async () => {
    await spoil(page);
    const list = page.locator('.faults');
    assert.ok(await list.evaluate((element) => element === document.activeElement));
    const links = (await list.getByRole('link').allTextContents()).map(plain);
    for (const words of [
      /^1\.4 Numéro SIRET : Ces 14/,
      /^1\.5 Adresse : Réponse attendue/,
      /^2\.2 .* : Trop long/,
      /^3\.1 .*, Ligne 1, SIRET : /,
      /^5\.3 .*Justification/,
      /^5\.3 .* dépasse le plafond/,
      /^5\.3 .* ne sont pas égales/,
    ]) {
      assert.ok(
        links.some((link) => words.test(link)),
        `${words} is in ${links.join('\n')}`,
      );
    }
    const numbers = links.map((link) =>
      link
        .match(/^(\d+)\.(\d+)/)
        .slice(1)
        .map(Number),
    );
    assert.deepEqual(
      numbers,
      numbers.toSorted(([a, b], [c, d]) => a - c || b - d),
      'in reading order',
    );
    await list.getByRole('link', { name: /Ligne 1, SIRET/ }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answer_entreprises:1:siret');
    assert.equal(
      (await downloaded(page, 'docx')).suggestedFilename(),
      'dossier-amige-2022-bretagne-fr-rempli.docx',
    );
    assert.match(await said(page), /Points à compléter ou à corriger : \d+/);
  });
});

describe('a budget', () => {
  it('adds itself up and says where it stands', async () => {
    const { page } = await visit();
    await type(page, 'budget:charges:prestations', '40 000,10');
    await type(page, 'budget:charges:ressources-humaines', '10000');
    await type(page, 'budget:ressources:aide-de-l-etat', '25 000,05');
    const balance = page.locator('.balance');
    const words = async () => plain(await balance.textContent());
    assert.match(
      await words(),
      /ressources : 25 000,05 €.*charges : 50,0 %.*ne sont pas égales.*respecte le plafond/,
    );
    await type(page, 'budget:ressources:ressources-propres', '25 000,05');
    assert.match(await words(), /ressources : 0,00 €.*sont égales.*respecte/);
    assert.equal(
      plain(await page.locator('[id="answer_budget:charges:total"]').textContent()),
      '50 000,10 €',
    );
    await page.context().close();
  });
});

describe('a question that is asked for some answers only', () => {
  it('comes and goes with them, and is not sent unasked', async () => {
    const { page } = await visit();
    const question = page.locator('[data-q="forme-juridique-precision"]');
    assert.equal(await question.isVisible(), false);
    await page.getByLabel('Autre', { exact: true }).check();
    await type(page, 'forme-juridique-precision', 'Fondation');
    await page.getByLabel('Association', { exact: true }).check();
    assert.equal(await question.isVisible(), false);
    const file = path.join(folder, 'unasked.json');
    await (await downloaded(page, 'save')).saveAs(file);
    assert.deepEqual(answersOf(readFileSync(file, 'utf8')), { 'forme-juridique': 'association' });
    await page.getByLabel('Autre', { exact: true }).check();
    assert.equal(await page.locator('[id="answer_forme-juridique-precision"]').inputValue(), 'Fondation');
    await page.context().close();
  });
});

const STATES = { blank: async () => {}, 'filled in': fillAll, 'with faults': spoil };

for (const viewport of [PHONE, DESKTOP]) {
  for (const colorScheme of ['light', 'dark']) {
    describe(`accessibility at ${viewport.width} px, ${colorScheme}`, () => {
      for (const [state, reach] of Object.entries(STATES)) {
        it(state, async () => {
          const { page, faults } = await visit({ viewport, colorScheme, reducedMotion: 'reduce' });
          await reach(page);
          none(await violations(page), 'violations');
          none(faults);
          await page.context().close();
        });
      }
    });
  }
}

it('every control has a name of its own', async () => {
  const { page } = await visit();
  const names = await page.locator('.dossier :is(input, textarea)').evaluateAll((controls) =>
    controls.map((control) => {
      const group = control.closest('[aria-labelledby]')?.getAttribute('aria-labelledby') ?? '';
      return `${group} ${control.closest('.question').dataset.q} ${control.labels[0].textContent.trim()}`;
    }),
  );
  assert.ok(
    names.some((name) => name.endsWith('entreprises Ligne 1, Entreprise')),
    names.join(),
  );
  const twice = names.filter((name, rank) => names.indexOf(name) !== rank);
  none(twice, 'names given twice');
  await page.context().close();
});

for (const [state, reach] of Object.entries(STATES)) {
  it(`reads without scrolling sideways at 320 px, ${state}`, async () => {
    const { page } = await visit({ viewport: { width: 320, height: 640 } });
    await reach(page);
    none(await page.evaluate(overflowing), 'overflows');
    await page.context().close();
  });
}

it('prints every answer whole, and room to write where there is none', async () => {
  const { page } = await visit();
  const long = 'Une phrase qui en suit une autre. '.repeat(80).trim();
  await type(page, 'consortiums', long);
  await type(page, 'organisme', 'Ouessant');
  await page.emulateMedia({ media: 'print' });
  const texts = await page.locator('.dossier').evaluate((dossier) => dossier.innerText);
  assert.ok(texts.includes(long) && texts.includes('Ouessant'));
  assert.equal(
    await page
      .locator('.dossier :is(button, textarea, .control, .fault, .count)')
      .evaluateAll((list) => list.filter((one) => one.checkVisibility()).length),
    0,
  );
  const rules = (id) => page.locator(`.rules[data-f="${id}"]`).isVisible();
  assert.deepEqual([await rules('consortiums'), await rules('branches')], [false, true]);
  await page.context().close();
});

it('is a page to read without script, and says so', async () => {
  const { page } = await visit({ javaScriptEnabled: false });
  assert.ok(await page.getByText('Cette page est à lire').isVisible());
  assert.equal(await page.getByText('Vous pouvez répondre sur cette page').isVisible(), false);
  assert.equal(
    await page.locator('.dossier :is(button, input, textarea)').filter({ visible: true }).count(),
    0,
  );
  await page.context().close();
});

it('gives the French file on the page of a region that has no English one', async () => {
  const { page } = await visit({ lang: 'en', region: 'corse' });
  await type(page, 'organisme', 'Cunsorziu');
  const download = await downloaded(page, 'docx');
  assert.equal(download.suggestedFilename(), 'dossier-amige-2022-corse-fr-filled.docx');
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  assert.equal(read(file).row.reponses.organisme, 'Cunsorziu');
  await page.context().close();
});
