import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, type OpenPage } from './open-page.ts';
import { createPlayer, type Player } from './player.ts';
import { startDemo, type RunningDemo } from './start-demo.ts';
import { describeInChromium } from './with-chromium.ts';

export interface Played extends Player {
  /** Of the demo, and with it of the page. */
  address: () => string;
  page: () => OpenPage['page'];
}

/**
 * Tests that play on the page of one demo, in one browser; each stands on the one before. At the end nothing must have
 * gone wrong beside what the tests have looked at.
 */
export function describePlayed(title: string, tests: (played: Played) => void): void {
  describeInChromium(title, () => {
    let demo: RunningDemo | undefined;
    let open: OpenPage | undefined;
    const started = <Part>(part: Part | undefined): Part => {
      if (!part) throw new Error('The demo is not there yet.');
      return part;
    };
    const page = () => started(open).page;

    beforeAll(async () => {
      demo = await startDemo();
      open = await openPage(demo.address);
    });
    afterAll(async () => {
      await open?.close();
      await demo?.stop();
    });

    tests({ ...createPlayer(page), page, address: () => started(demo).address });

    it('has used only what the platforms document', async () => {
      const response = await fetch(new URL('/sandbox/state', demo?.address));
      const { violations } = (await response.json()) as { violations: unknown[] };
      expect(violations).toEqual([]);
    });

    it('made no error in the page and no request outside its own origin', () => {
      expect(open?.troubles).toEqual([]);
      expect(open?.requestsOutside).toEqual([]);
    });
  });
}
