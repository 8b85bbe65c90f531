// A plain static server, as the poorest host would be: no rewriting, no compression, and the strict
// Content-Security-Policy that the site promises to hold under.

import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { files, publicPath, root } from './site.js';

/** That of every page that no other site may show. */
export const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/vnd.microsoft.icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** Folders at which the site must work; the longest comes first, so that it wins. */
export const MOUNTS = [...new Set([publicPath, '/appel/', '/'])].sort((a, b) => b.length - a.length);

/** Serves the site on a free port of the loopback until `close`. */
export async function serve() {
  const known = new Set(files);
  const server = http.createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const mount = MOUNTS.find((each) => asked.startsWith(each)) ?? '/';
    const rest = asked.slice(mount.length);
    const file = rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
    const found = known.has(file);
    // As servers are configured: that of the folder of a language.
    const missing = [`${file.split('/')[0]}/404.html`, '404.html'].find((each) => known.has(each));
    const body = await readFile(path.join(root, found ? file : missing));
    response.writeHead(found ? 200 : 404, {
      'content-security-policy': POLICY,
      'content-type': found ? (TYPES[path.extname(file)] ?? 'application/octet-stream') : TYPES['.html'],
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** Where a page answers: the 404 page at an unknown address, as visitors meet it. */
    url: (file, mount = '/') =>
      /(^|\/)404\.html$/.test(file)
        ? `${origin}${publicPath}${file.replace('404.html', 'inconnu/page.html')}`
        : `${origin}${mount}${file}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** Serves what `read` gives for a file, its body and its policy, on an origin of its own. */
export async function serveFrom(read) {
  const server = http.createServer((request, response) => {
    const file = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
    try {
      const { body, policy } = read(file);
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': policy });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => server.closeAllConnections() ?? server.close();
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
