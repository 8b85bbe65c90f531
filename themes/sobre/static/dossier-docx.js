// Fills the blank DOCX of a dossier, once its parts are here: their script gives them to `canevasDocx`.
(() => {
  "use strict";
  const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
  const XML = "http://www.w3.org/XML/1998/namespace";
  const BODY = "word/document.xml";

  let blank;
  window.canevasDocx = (parts, tags) => {
    blank = { parts, tags };
  };

  /** The file, with these answers: `{ kind, value }` by the id of their field. */
  window.canevasDocx.filled = async (answers) => {
    const body = new DOMParser().parseFromString(blank.parts[BODY], "application/xml");
    const controls = new Map();
    for (const control of body.getElementsByTagNameNS(WORD, "sdt")) {
      const tag = one(control, "tag");
      if (tag) controls.set(tag.getAttributeNS(WORD, "val"), control);
    }
    for (const [id, answer] of answers) {
      const control = controls.get(blank.tags[id] ?? id);
      if (!control) throw new Error(`the blank file has no control for ${id}`);
      fill(control, answer);
    }
    const xml = new XMLSerializer().serializeToString(body).replace(/^<\?xml[^>]*\?>\s*/, "");
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    const bytes = await zip({ ...blank.parts, [BODY]: head + xml });
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    return new Blob(bytes, { type });
  };

  const one = (node, name, space = WORD) => node.getElementsByTagNameNS(space, name)[0];

  /** Writes an answer in the place of the prompt. */
  function fill(control, { kind, value }) {
    const content = one(control, "sdtContent");
    one(control, "showingPlcHdr")?.remove();
    if (kind === "check") {
      one(control, "checked", WORD_2010).setAttributeNS(WORD_2010, "w14:val", "1");
      one(content, "t").textContent = "☒";
      return;
    }
    if (kind === "pick") {
      const items = [...control.getElementsByTagNameNS(WORD, "listItem")];
      const chosen = items.find((item) => item.getAttributeNS(WORD, "value") === value);
      value = chosen.getAttributeNS(WORD, "displayText");
    }
    const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
    if (kind === "date" && day) {
      one(control, "date").setAttributeNS(WORD, "w:fullDate", `${value}T00:00:00Z`);
      value = `${day[3]}/${day[2]}/${day[1]}`;
    }
    content.replaceChildren(run(control.ownerDocument, value));
  }

  /** A run of text; lines and tabs have elements of their own. */
  function run(document, text) {
    const make = (name) => document.createElementNS(WORD, `w:${name}`);
    const run = make("r");
    for (const piece of written(text).split(/([\n\t])/)) {
      if (piece === "\n") run.append(make("br"));
      else if (piece === "\t") run.append(make("tab"));
      else if (piece) {
        const words = make("t");
        words.setAttributeNS(XML, "xml:space", "preserve");
        words.textContent = piece;
        run.append(words);
      }
    }
    return run;
  }

  /** Without what XML cannot hold: control characters, halves of letters. */
  const written = (text) =>
    text.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/gu, "");

  /* ---- The envelope: a zip file, packed where the browser knows how to, else stored ---- */

  const DAY_ONE = 0x21; // 1 January 1980, the first day of zip files

  async function zip(parts) {
    const encoder = new TextEncoder();
    const local = [];
    const central = [];
    let at = 0;
    let size = 0;
    for (const [name, text] of Object.entries(parts)) {
      const path = encoder.encode(name);
      const plain = encoder.encode(text);
      const { method, bytes } = await packed(plain);
      // Version 2.0, no flag (names are ASCII), method, time, day, sum, sizes, length of the name, no extra field.
      const common = [
        2,
        20,
        2,
        0,
        2,
        method,
        2,
        0,
        2,
        DAY_ONE,
        4,
        sum(plain),
        4,
        bytes.length,
        4,
        plain.length,
        2,
        path.length,
        2,
        0,
      ];
      const head = numbers(4, 0x04034b50, ...common);
      const entry = numbers(4, 0x02014b50, 2, 20, ...common, 2, 0, 2, 0, 2, 0, 4, 0, 4, at);
      local.push(head, path, bytes);
      central.push(entry, path);
      at += head.length + path.length + bytes.length;
      size += entry.length + path.length;
    }
    const count = Object.keys(parts).length;
    return [...local, ...central, numbers(4, 0x06054b50, 2, 0, 2, 0, 2, count, 2, count, 4, size, 4, at, 2, 0)];
  }

  /** Little-endian numbers, each after how many bytes it takes. */
  function numbers(...pairs) {
    const bytes = [];
    for (let rank = 0; rank < pairs.length; rank += 2) {
      for (let byte = 0; byte < pairs[rank]; byte++) bytes.push((pairs[rank + 1] >>> (8 * byte)) & 255);
    }
    return new Uint8Array(bytes);
  }

  async function packed(plain) {
    try {
      const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      return { method: 8, bytes: new Uint8Array(await new Response(stream).arrayBuffer()) };
    } catch {
      return { method: 0, bytes: plain };
    }
  }

  const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });

  /** CRC-32. */
  function sum(bytes) {
    let sum = -1;
    for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 255];
    return ~sum;
  }
})();
