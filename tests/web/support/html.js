// Reading a page as a browser does: parse5 is the standard's own algorithm, so that comments,
// entities and unquoted attributes cannot mislead the checks.

import { defaultTreeAdapter as tree, parse } from 'parse5';

export const parsePage = (source) => parse(source);

/** Every element below a node, in document order; with a tag name, only those. */
export function elements(node, name) {
  const found = [];
  const visit = (parent) => {
    for (const child of parent.content?.childNodes ?? parent.childNodes ?? []) {
      if (!tree.isElementNode(child)) continue;
      if (!name || child.tagName === name) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

export const attribute = (element, name) =>
  element.attrs.find((each) => each.name === name)?.value;

/** The text of a node, without what `skip` refuses. */
export function text(node, skip = () => false) {
  return (node.childNodes ?? [])
    .map((child) => {
      if (tree.isTextNode(child)) return child.value;
      return tree.isElementNode(child) && !skip(child) ? text(child, skip) : '';
    })
    .join('');
}

/** Every address that a page names, with the element that names it. */
export function addresses(document) {
  return elements(document).flatMap((element) =>
    element.attrs.flatMap(({ name, value }) => {
      if (name === 'srcset') {
        return value.split(',').map((part) => ({ element, href: part.trim().split(/\s+/)[0] }));
      }
      const single = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite'].includes(name);
      return single ? [{ element, href: value.trim() }] : [];
    }),
  );
}
