// One Chromium a test file, and a witness of everything a page does that it should not.

import { chromium } from 'playwright-core';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** A browser whose visitors come at an instant, which is now unless one is given. */
export async function launch(at) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      // A small /dev/shm, as containers have, crashes tabs.
      '--disable-dev-shm-usage',
      // Without these the browser calls its maker at every start.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    if (at) await context.clock.setFixedTime(at);
    return context;
  };
  return browser;
}

/** Collects, in words, all that goes wrong on a page from now on. */
export function watch(page) {
  const faults = [];
  const own = (url) => /^(data|blob|about):/.test(url) || sameOrigin(url, page.url());
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    // Said of the page itself when the 404 page is visited; other requests are watched below.
    if (message.text().startsWith('Failed to load resource')) return;
    faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What the browser itself gives up because the visitor has moved on.
    if (reason !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      faults.push(`request: ${response.url()} answered ${response.status()}`);
    }
  });
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !own(request.url())) {
      faults.push(`third party: ${request.url()}`);
    }
  });
  return faults;
}

function sameOrigin(one, other) {
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol === b.protocol && a.host === b.host;
}

/** Runs in the page: what sticks out to the right, and is not inside a box that scrolls, or of which nobody sees more than its edge. */
export function overflowing() {
  const limit = document.documentElement.clientWidth + 1;
  const scrolls = (element) => {
    const { overflowX, clipPath } = getComputedStyle(element);
    return ['auto', 'scroll'].includes(overflowX) || (overflowX === 'hidden' && clipPath !== 'none');
  };
  const inScroller = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (scrolls(box)) return true;
    }
    return false;
  };
  const found = [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > limit)
    .filter((element) => !inScroller(element))
    .map((element) => {
      const { right } = element.getBoundingClientRect();
      return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ends at ${right}`;
    });
  const { scrollWidth } = document.documentElement;
  return scrollWidth > limit ? [`the page is ${scrollWidth} px wide`, ...found] : found;
}

/** Runs in the page: text twice as large (RGAA 10.4). */
export function enlarge() {
  document.documentElement.style.fontSize = '200%';
}

/** Runs in the page: the spacing of WCAG 1.4.12. A sheet that a script makes obeys no policy of the page's. */
export function space() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}
