// A dossier filled in on its page, as a person does it.

export const pathOf = (lang = 'fr', region = 'bretagne') => `${lang}/${region}/amige-2022/dossier.html`;

/** What one types in a field of each kind, and what it is read as. */
const TYPED = {
  line: (id, limit) => clipped(`Œuvre <de> & « ${id} » 🤝 العمل Łódź`, limit),
  block: (id, limit) =>
    clipped(`${id} : première ligne\n\n  deux  espaces, "guillemets" & <chevrons>\n🤝 العمل`, limit),
  amount: () => ['1 250,50', 1250.5],
  number: () => ['12,5', 12.5],
  date: () => ['2022-01-17', '2022-01-17'],
  siret: () => ['000 123 456 00006', '00012345600006'],
  phone: () => ['01 99 00 12 34', '01 99 00 12 34'],
  email: () => ['nom@example.org', 'nom@example.org'],
  check: () => [true, true],
};

function clipped(text, limit) {
  const words = [...text].slice(0, limit).join('');
  return [words, words.trim()];
}

/** The places of the page, as it says them. */
export const places = (page) =>
  page.$$eval('[data-f]', (places) =>
    places.map((place) => ({
      id: place.dataset.f,
      kind: place.dataset.k,
      limit: Number(place.dataset.max ?? Infinity),
      isTotal: place.closest('tfoot') !== null,
      choices: [...place.querySelectorAll('[data-v]')].map((choice) => choice.dataset.v),
    })),
  );

const control = (page, id) => page.locator(`[id="answer_${id}"]`);

/** Answers every field, and gives what should be read of each. */
export async function fillAll(page) {
  const expected = {};
  const sums = {};
  for (const { id, kind, limit, isTotal, choices } of await places(page)) {
    const side = id.replace(/:[^:]*$/, '');
    if (isTotal) {
      expected[id] = sums[side];
    } else if (
      await page.locator(`[data-f="${id}"]`).evaluate((place) => place.closest('[hidden]') !== null)
    ) {
      throw new Error(`${id} is not asked`);
    } else if (kind === 'pick') {
      await control(page, `${id}_${choices.at(-1)}`).check();
      expected[id] = choices.at(-1);
    } else if (kind === 'check') {
      await control(page, id).check();
      expected[id] = true;
    } else {
      const [typed, read] = TYPED[kind](id, limit);
      await control(page, id).fill(typed);
      expected[id] = read;
      if (kind === 'amount') sums[side] = (sums[side] ?? 0) + read;
    }
  }
  return expected;
}

/** Presses one of the buttons at the end of the page. */
export const press = (page, action) => page.locator(`.fill-end [data-do="${action}"]`).click();

/** Presses it, and gives the file that the browser keeps. */
export async function downloaded(page, action) {
  const download = page.waitForEvent('download');
  await press(page, action);
  return download;
}

/** What the page says of it. */
export const said = (page) => page.locator('.fill-end .fill-said').textContent();

/** What the browser keeps of the dossier, as it is written there. */
export const kept = (page) => page.evaluate(() => localStorage.getItem(window.canevasDossier.KEY));

/** Opens a file of answers, as a person chooses it. */
export async function open(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'open');
  await (await chooser).setFiles(file);
  await page.waitForFunction(() => document.querySelector('.fill-end .fill-said').textContent);
}

/** Types in one field, and leaves it once the script that knows what is wrong has come: the first focus asks for it. */
export async function type(page, id, text) {
  await control(page, id).fill(text);
  await page.waitForFunction(() => window.canevasDossier?.faults);
  await control(page, id).blur();
}

export const fault = (page, id) => page.locator(`[id="fault_${id}"]`).textContent();

/** Answers of which many are wrong, and the list of what is. */
export async function spoil(page) {
  await type(page, 'siret', '12345678901234');
  await type(page, 'contact-courriel', 'nom(at)example.org');
  await type(page, 'resume', 'Trop long. '.repeat(200));
  await type(page, 'entreprises:1:siret', '123');
  await type(page, 'budget:charges:materiel-et-logiciels', '60 000');
  await type(page, 'budget:ressources:aide-de-l-etat', '60 001');
  await press(page, 'check');
  await page.locator('.faults').waitFor();
}
