// Markup reduced to what a reader is given: elements, addresses and words.

import { parseFragment } from 'parse5';

// The language of a block of code is not among them: no reader is told it.
const KEPT = new Set(['href', 'src', 'alt', 'title', 'start']);
const INLINE = new Set(['a', 'code', 'em', 'img', 'strong', 'sup', 'br']);

/// Tags and words, in order, without the boxes that scroll; `bare`, without the links of addresses that are shown.
export function reduced(html, bare) {
  const tokens = [];
  visit(parseFragment(html), tokens, false, bare);
  return joined(tokens);
}

function visit(node, tokens, raw, bare) {
  for (const child of node.childNodes ?? []) {
    if (child.nodeName === '#text') {
      tokens.push({ text: plain(child.value, raw) });
      continue;
    }
    const box = child.nodeName === 'div' || (bare && isBare(child));
    const name = child.nodeName;
    if (!box) tokens.push({ tag: `<${[name, ...attributes(child)].join(' ')}>`, inline: INLINE.has(name) });
    visit(child, tokens, raw || name === 'pre', bare);
    if (!box) tokens.push({ tag: `</${name}>`, inline: INLINE.has(name) });
  }
}

function isBare({ nodeName, attrs, childNodes }) {
  const href = attrs?.find(({ name }) => name === 'href')?.value;
  const text = childNodes?.[0]?.value;
  return nodeName === 'a' && text && [text, `mailto:${text}`].includes(href);
}

function attributes({ attrs }) {
  const kept = attrs.filter(({ name }) => KEPT.has(name));
  return kept.map(({ name, value }) => `${name}=${JSON.stringify(name === 'href' ? decoded(value) : value)}`).sort();
}

/// An address is kept as it is typed: signs that the specification encodes are the same address.
function decoded(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/// Typesetting changes spaces and apostrophes, never words.
function plain(text, raw) {
  const same = text.replace(/[’']/g, "'").replace(/[\u00a0\u202f]/g, ' ');
  return raw ? same : same.replace(/\s+/g, ' ');
}

/// Spaces beside a block are nobody's.
function joined(tokens) {
  const merged = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (token.text !== undefined && last?.text !== undefined) last.text += token.text;
    else merged.push({ ...token });
  }
  const isEdge = (token) => !token || (token.tag && !token.inline) || token.tag === '<br>' || token.tag === '</br>';
  return merged
    .map((token, rank) => {
      if (token.tag) return token.tag === '</br>' || token.tag === '</img>' ? '' : token.tag;
      let { text } = token;
      if (isEdge(merged[rank - 1])) text = text.trimStart();
      if (isEdge(merged[rank + 1])) text = text.trimEnd();
      return text;
    })
    .join('');
}
