import { describe, expect, it } from 'vitest';
import { startRawServer } from '../kchat/raw-server.ts';
import { findingOf, openClinic } from './clinic.ts';
import { answering, startProxy } from './proxy.ts';

describe('the doctor and Infomaniak', () => {
  it('says once that the API can’t be reached', async () => {
    const { examine } = await openClinic();
    const report = await examine({ INFOMANIAK_API_URL: 'http://127.0.0.1:1' });
    expect(findingOf(report, 'infomaniak')).toMatchObject({ status: 'failure' });
    expect(findingOf(report, 'infomaniak').remedy).toContain('INFOMANIAK_API_URL');
    expect(findingOf(report, 'organization').status).toBe('skipped');
    expect(report.summary.failure).toBe(1);
  });

  it.each([200, 404])('says that a web site that answers %i is not the API', async (status) => {
    const { finding } = await openClinic();
    const site = await startRawServer((_request, response) => response.writeHead(status).end('<h1>Hello</h1>'));
    const found = await finding('infomaniak', { INFOMANIAK_API_URL: site });
    expect(found).toMatchObject({
      status: 'failure',
      message: expect.stringContaining('not Infomaniak’s API') as string,
    });
  });

  it('names a token that is not accepted', async () => {
    const { examine } = await openClinic();
    const report = await examine({ INFOMANIAK_API_TOKEN: 'revoked' });
    expect(findingOf(report, 'infomaniak').status).toBe('ok');
    expect(findingOf(report, 'infomaniak-token')).toMatchObject({ status: 'failure' });
    expect(findingOf(report, 'infomaniak-token').remedy).toContain('scope accounts');
  });

  it('names an organization that the token does not see', async () => {
    const { finding } = await openClinic();
    const found = await finding('organization', { INFOMANIAK_ACCOUNT_ID: '9999' });
    expect(found).toMatchObject({ status: 'failure', message: expect.stringContaining('organization 9999') as string });
    expect(found.remedy).toContain('INFOMANIAK_ACCOUNT_ID');
  });

  it.each([
    [null, 'failure', 'has no kSuite'],
    [undefined, 'ok', 'can’t be read'],
  ])('takes the kSuite %s for %s', async (ksuite_id, status, words) => {
    const { sandbox, finding } = await openClinic();
    const account = { result: 'success', data: { id: sandbox.accountId, ksuite_id } };
    const origin = await startProxy(sandbox.origin, answering(/accounts\/\d+$/, account));
    const found = await finding('organization', { INFOMANIAK_API_URL: `${origin}/infomaniak` });
    expect(found).toMatchObject({ status, message: expect.stringContaining(words) as string });
  });

  it.each([
    [{}, 'ok', 'not used'],
    [{ INFOMANIAK_AI_PRODUCT_ID: '8001' }, 'ok', 'have the model'],
    [{ INFOMANIAK_AI_PRODUCT_ID: '8001', INFOMANIAK_AI_MODEL: 'gone' }, 'warning', 'no model gone'],
    [{ INFOMANIAK_AI_PRODUCT_ID: '8002' }, 'warning', 'may not use the AI product 8002'],
  ])('looks with %j whether the AI Tools can write', async (changes, status, words) => {
    const { finding } = await openClinic();
    const INFOMANIAK_AI_MODEL = 'mistralai/Ministral-3-14B-Instruct-2512';
    const found = await finding('ai-tools', { INFOMANIAK_AI_MODEL, ...changes });
    expect(found).toMatchObject({ status, message: expect.stringContaining(words) as string });
  });

  it.each([
    [429, 'warning', 'in a minute'],
    [503, 'failure', 'recovered'],
  ])('asks for patience at %i', async (status, expected, remedy) => {
    const { sandbox, finding } = await openClinic();
    sandbox.faults.add({ service: 'infomaniak', mode: 'status', status, when: 'before' });
    const found = await finding('infomaniak');
    expect(found).toMatchObject({ status: expected, remedy: expect.stringContaining(remedy) as string });
  });
});
