import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

const named = Boolean(process.env.CONTRACT_KCHAT_URL);

/** `npm run test:contract`: the contract with both flavours of the sandbox, or with the server that is named. */
export default mergeConfig(
  { ...base, test: { ...base.test, projects: undefined } },
  defineConfig({
    test: { include: [named ? 'test/contract/named-server.test.ts' : 'test/contract/sandbox-*.test.ts'] },
  }),
);
