/** What can't be saved: the same form parsed, the token compared, a constant answer. Port as the first argument. */
import express from 'express';
import { isValidToken } from '../../src/http/command-tokens.ts';
import { benchToken, benchTokenHash } from '../support/bench-token.ts';

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.post('/kchat/command', express.urlencoded({ limit: '64kb', extended: false }), (request, response) => {
  const { token } = request.body as { token?: string };
  if (!isValidToken(token ?? '', [benchTokenHash])) {
    response.status(401).json({ error: 'unauthorized' });
    return;
  }
  response.json({ response_type: 'ephemeral', text: `Received, ${benchToken.length}`, skip_slack_parsing: true });
});
app.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('listening\n'));
