/**
 * `npm run demo`: both emulated platforms, the mailbox, the page, and the real bot between them. One JSON line on standard
 * output when all is ready; words for people on standard error. Exit codes: 0 stopped on request, 1 anything else.
 */
import { flavorNames, type FlavorName } from './kchat/flavor/flavor.ts';
import { DemoError, startDemo, type Demo } from './demo/demo.ts';

const { SANDBOX_PORT, SANDBOX_FLAVOR, SANDBOX_VERBOSE } = process.env;
const say = (text: string) => process.stderr.write(`${text}\n`);

try {
  const options = { port: portOf(SANDBOX_PORT), flavor: flavorOf(SANDBOX_FLAVOR) };
  const demo = await startDemo({ ...options, verbose: Boolean(SANDBOX_VERBOSE) });
  stopOnSignals(demo);
  announce(demo);
} catch (error) {
  say(error instanceof DemoError ? error.message : `The demo could not start: ${String(error)}`);
  process.exitCode = 1;
}

/** @throws DemoError */
function portOf(text: string | undefined): number {
  const port = Number(text === undefined || text === '' ? 8065 : text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new DemoError(`SANDBOX_PORT must be a port number, or 0 for any free one; it is "${text ?? ''}".`);
}

/** @throws DemoError */
function flavorOf(text: string | undefined): FlavorName {
  const flavor = flavorNames.find((name) => name === (text === undefined || text === '' ? 'kchat' : text));
  if (flavor) return flavor;
  throw new DemoError(`SANDBOX_FLAVOR must be ${flavorNames.join(' or ')}; it is "${text ?? ''}".`);
}

function announce({ sandbox, botUrl, trigger }: Demo): void {
  const ready = {
    ready: true,
    page: sandbox.pageUrl,
    kchat: sandbox.kchatUrl,
    infomaniak: sandbox.infomaniakUrl,
    bot: botUrl,
    mailbox: sandbox.mailboxUrl,
    flavor: sandbox.world.kchat.flavor.name,
    team: sandbox.teamName,
    tokens: sandbox.tokens,
    trigger,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  say(`\nThe sandbox is ready. Open ${sandbox.pageUrl} and invite somebody. Ctrl-C stops it.\n`);
}

function stopOnSignals(demo: Demo): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void demo.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  void demo.bot.ended.then((code) => {
    if (stopping) return;
    say(`The bot has stopped by itself (exit ${code ?? 'signal'}). Its last words:\n${demo.bot.lastWords()}`);
    void demo.close().then(() => process.exit(1));
  });
}
