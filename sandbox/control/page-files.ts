import express, { Router } from 'express';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

const web = fileURLToPath(new URL('../web/', import.meta.url));

/** The ES module builds that the page's import map names, by package and file inside it. */
const vendor: Readonly<Record<string, [packageName: string, file: string]>> = {
  'preact.js': ['preact', 'dist/preact.mjs'],
  'preact-hooks.js': ['preact', 'hooks/dist/hooks.mjs'],
  'htm.js': ['htm', 'dist/htm.module.js'],
  'marked.js': ['marked', 'lib/marked.esm.js'],
  'dompurify.js': ['dompurify', 'dist/purify.es.mjs'],
};

/** The page itself and the few modules it is made of; nothing is fetched from elsewhere. */
export function pageFiles(): Router {
  const router = Router();
  for (const [name, [packageName, file]] of Object.entries(vendor)) {
    router.get(`/vendor/${name}`, (_request, response) => {
      response.type('text/javascript').sendFile(join(packageFolder(packageName), file));
    });
  }
  return router.use('/web', express.static(web, { cacheControl: false })).use('/', express.static(web));
}

/** Not every package exports its package.json, so the folder is found from its main file. */
function packageFolder(name: string): string {
  const main = createRequire(import.meta.url).resolve(name);
  const marker = join('node_modules', name);
  return main.slice(0, dirname(main).lastIndexOf(marker) + marker.length);
}
