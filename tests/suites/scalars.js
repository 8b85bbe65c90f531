// The scalars of a YAML document, each with its own text, to be put elsewhere.
//
// Only of documents that are one scalar, or a block mapping or sequence of them: a text can be cut there by its lines.

/// A list of `{ id, text, value }`: `text` follows a key and is indented under it.
export function scalars(id, yaml, tree) {
  const values = flat(tree);
  const texts = values && pieces(yaml, values.kind);
  if (!texts || texts.length !== values.list.length) return [];
  return texts.map((text, rank) => ({ id: `${id}-${rank}`, text: indented(text, values.kind), value: values.list[rank] }));
}

/// The values of a document of one level, or nothing.
function flat(tree) {
  const lines = tree.split('\n').map((line) => line.trim()).filter(Boolean);
  const body = lines.filter((line) => !/^[+-](STR|DOC)/.test(line));
  const ends = lines.filter((line) => line.startsWith('+DOC')).length === 1;
  if (!ends || body.some((line) => /^=VAL .*[&<!]|^=ALI/.test(line) && !/^=VAL [:"'|>]/.test(line))) return undefined;
  if (body.length === 1 && body[0].startsWith('=VAL')) return { kind: 'scalar', list: [value(body[0])] };
  const inner = body.slice(1, -1);
  if (inner.some((line) => !line.startsWith('=VAL'))) return undefined;
  if (body[0] === '+SEQ') return { kind: 'sequence', list: inner.map(value) };
  if (body[0] === '+MAP') return { kind: 'mapping', list: inner.filter((_, rank) => rank % 2 === 1).map(value) };
  return undefined;
}

function value(line) {
  const signs = { n: '\n', t: '\t', b: '\b', r: '\r', '\\': '\\' };
  return line.slice(6).replace(/\\(.)/g, (all, sign) => signs[sign] ?? all);
}

/// What follows each key or dash of the first column.
function pieces(yaml, kind) {
  const text = yaml.replace(/^---(?=\s)\n?/, '').replace(/\n\.\.\.\n$/, '\n');
  if (/^(%|---|\.\.\.)/m.test(text)) return undefined;
  if (kind === 'scalar') return [` ${text}`];
  const start = kind === 'mapping' ? /^(\w[\w ]*|"[^"]*"|'[^']*') *:(?=\s)/ : /^-(?=\s)/;
  const found = [];
  for (const line of text.split(/(?<=\n)/)) {
    const opening = start.exec(line)?.[0];
    if (opening) found.push(line.slice(opening.length));
    else if (found.length > 0) found[found.length - 1] += line;
    else if (!line.startsWith('#')) return undefined;
  }
  return found;
}

/// Under a key of the fourth column: what was under the first one moves by as much, and what was under none by more.
function indented(text, kind) {
  return text.replace(/\n$/, '').replaceAll('\n', `\n${' '.repeat(kind === 'scalar' ? 6 : 4)}`);
}
