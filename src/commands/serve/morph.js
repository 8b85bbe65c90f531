// Makes the page equal to another with as few changes as can be: what says the same stays the same
// node, with its focus, its scroll position, and what was typed in it or opened.

/** How many siblings are looked over for one that has only moved. */
const NEAR = 16;

/** Whether each `<details>` came open; what a visitor has opened or closed since stays so. */
const cameOpen = new WeakMap();

function morphDocument(wanted) {
  for (const details of wanted.querySelectorAll("details")) cameOpen.set(details, details.open);
  // A parser that runs no script reads elements there, a page that does has only text.
  for (const element of wanted.querySelectorAll("noscript")) element.textContent = element.innerHTML;
  morphAttributes(document.documentElement, wanted.documentElement);
  morph(document.head, wanted.head);
  morph(document.body, wanted.body);
}

function morph(live, wanted) {
  if (live.nodeType !== Node.ELEMENT_NODE) {
    if (live.nodeValue !== wanted.nodeValue) live.nodeValue = wanted.nodeValue;
    return;
  }
  if (live.localName === "details") keepOpen(live, wanted);
  morphAttributes(live, wanted);
  morphChildren(live, wanted);
}

function keepOpen(live, wanted) {
  const asked = cameOpen.get(wanted);
  if (asked === (cameOpen.get(live) ?? false)) wanted.open = live.open;
  cameOpen.set(live, asked);
}

function morphAttributes(live, wanted) {
  for (const { name } of [...live.attributes]) {
    if (!wanted.hasAttribute(name)) live.removeAttribute(name);
  }
  for (const { namespaceURI, name, value } of wanted.attributes) {
    if (live.getAttribute(name) !== value) live.setAttributeNS(namespaceURI, name, value);
  }
}

/** From both ends, equal nodes stay; in between, each is kept, changed, put in or taken out in its turn. */
function morphChildren(parent, wanted) {
  const fresh = [...wanted.childNodes];
  let end = null;
  for (let last = parent.lastChild; last && fresh.at(-1)?.isEqualNode(last); last = last.previousSibling) {
    end = last;
    fresh.pop();
  }
  let live = parent.firstChild;
  const skipTo = (node) => {
    while (live !== node) {
      const next = live.nextSibling;
      live.remove();
      live = next;
    }
  };
  for (const [rank, node] of fresh.entries()) {
    const twin = near(live, end, node).find((each) => each.isEqualNode(node));
    if (!twin && !canBecome(live, end, node, fresh.slice(rank + 1, rank + NEAR))) {
      parent.insertBefore(node, live);
      continue;
    }
    if (twin) skipTo(twin);
    else morph(live, node);
    live = live.nextSibling;
  }
  skipTo(end);
}

/** Texts, often mere line breaks, are only looked for where they stand. */
function near(live, end, node) {
  const found = [];
  const most = node.nodeType === Node.ELEMENT_NODE ? NEAR : 1;
  for (let each = live; each !== end && found.length < most; each = each.nextSibling) found.push(each);
  return found;
}

/** Whether a node may be changed into another, rather than wait for its own turn. */
function canBecome(live, end, node, later) {
  return live !== end && live.nodeName === node.nodeName && live.id === node.id
    && !later.some((each) => each.isEqualNode(live));
}
