import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from './with-chromium.ts';

/** Headless, and nothing that calls home: the test counts every request outside the page's own origin. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Far more than any step takes, in milliseconds; a step that never comes names itself instead of the test's time-out. */
export const patience = 20_000;

/** The sandbox's page in a browser, and all that went wrong in it. */
export interface OpenPage {
  page: Page;
  /** Errors and warnings on the console, uncaught exceptions, and failed requests. */
  troubles: string[];
  /** Addresses of requests that left the page's own origin. */
  requestsOutside: string[];
  close(): Promise<void>;
}

export async function openPage(address: string): Promise<OpenPage> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const troubles: string[] = [];
  const requestsOutside: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error.stack)));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} from ${response.url()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) requestsOutside.push(request.url());
  });
  await page.goto(address);
  return { page, troubles, requestsOutside, close: () => browser.close() };
}
