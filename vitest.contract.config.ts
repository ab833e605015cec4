import { defineConfig } from 'vitest/config';
import { shared } from './vitest.config.ts';

const named = Boolean(process.env.CONTRACT_KCHAT_URL);

/** `npm run test:contract`: the contract with both flavours of the sandbox, or with the server that is named. */
export default defineConfig({
  test: {
    ...shared,
    include: [named ? 'test/contract/named-server.test.ts' : 'test/contract/sandbox-*.test.ts'],
  },
});
