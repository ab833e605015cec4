import { describe, expect, test } from 'vitest';
import { caught } from './caught.ts';
import { memberDocument, pendingDocument, provisioningFor } from './documents.ts';
import { success, useFakeApi, type FakeApi } from './fake-api.ts';

const server = useFakeApi();

/** Pages a list like the real API, with the page size that the server allows. */
function servePages(api: FakeApi, items: object[], perPage: number): void {
  api.answer = ({ query }) => {
    const page = Number(query.get('page'));
    const pages = Math.ceil(items.length / perPage);
    const siblings = { total: items.length, page, pages, items_per_page: perPage };
    return success(items.slice((page - 1) * perPage, page * perPage), siblings);
  };
}

function pagesAsked(api: FakeApi): (string | null)[] {
  return api.received.map(({ query }) => query.get('page'));
}

describe('finding by e-mail', () => {
  test('asks for the address and takes the one that is exactly it', async () => {
    server.current.answerWith(
      success([memberDocument('mary-jane@acme.ch', 1), memberDocument('jane@acme.ch', 2)], { pages: 1 }),
    );
    expect(await provisioningFor(server.current).findByEmail('jane@acme.ch')).toEqual({
      email: 'jane@acme.ch',
      userId: 2,
      invitationId: undefined,
    });
    expect(server.current.log).toEqual(['GET /2/accounts/77/users']);
    expect(server.current.received[0]?.query.get('search')).toBe('jane@acme.ch');
  });

  test('compares without case and tells who is pending', async () => {
    server.current.answerWith(success([pendingDocument('Jane@ACME.ch', 501)], { pages: 1 }));
    expect(await provisioningFor(server.current).findByEmail('jane@acme.CH')).toEqual({
      email: 'Jane@ACME.ch',
      userId: undefined,
      invitationId: 501,
    });
  });

  test('finds nobody among similar addresses', async () => {
    server.current.answerWith(success([memberDocument('jane@acme.ch.example.test', 1), { email: null }], { pages: 1 }));
    expect(await provisioningFor(server.current).findByEmail('jane@acme.ch')).toBeUndefined();
  });

  test('walks the pages until the match, and no further', async () => {
    const people = ['a', 'b', 'c', 'jane', 'd', 'e'].map((name, index) => memberDocument(`${name}@acme.ch`, index));
    servePages(server.current, people, 2);
    expect(await provisioningFor(server.current).findByEmail('jane@acme.ch')).toMatchObject({ userId: 3 });
    expect(pagesAsked(server.current)).toEqual(['1', '2']);
  });

  test('copes with one bare object in the place of the list', async () => {
    server.current.answerWith(success(memberDocument('jane@acme.ch', 2)));
    expect(await provisioningFor(server.current).findByEmail('jane@acme.ch')).toMatchObject({ userId: 2 });
  });

  test.each(['nobody', [{ email: 'jane@acme.ch', user_id: 'two' }], null])(
    'does not take unreadable data for an empty list: %j',
    async (data) => {
      server.current.answerWith(success(data));
      const error = await caught(provisioningFor(server.current).findByEmail('jane@acme.ch'));
      expect(error).toMatchObject({ name: 'RemoteSilence', reason: 'unreadable_answer' });
    },
  );
});

describe('the ids of pending invitations', () => {
  const people = Array.from({ length: 7 }, (_, index) => pendingDocument(`p${index}@acme.ch`, 500 + index));
  const allIds = new Set([500, 501, 502, 503, 504, 505, 506]);

  test('come from all pages of the list of pending people', async () => {
    servePages(server.current, people, 3);
    expect(await provisioningFor(server.current).pendingInvitationIds()).toEqual(allIds);
    expect(pagesAsked(server.current)).toEqual(['1', '2', '3']);
    const [first] = server.current.received;
    expect(first?.query.get('filter[state_in_account]')).toBe('pending');
    expect(first?.query.get('per_page')).toBe('100');
  });

  test('are none when nobody is pending', async () => {
    servePages(server.current, [], 100);
    expect(await provisioningFor(server.current).pendingInvitationIds()).toEqual(new Set());
    expect(pagesAsked(server.current)).toEqual(['1']);
  });

  test('end on a short page when the number of pages is not told', async () => {
    const page = (from: number, to: number) => success(people.slice(from, to), { items_per_page: 3 });
    server.current.answerWith(page(0, 3), page(3, 6), page(6, 7));
    expect(await provisioningFor(server.current).pendingInvitationIds()).toEqual(allIds);
    expect(server.current.received).toHaveLength(3);
  });

  test('end on an empty page, whatever number of pages was told', async () => {
    server.current.answerWith(success(people, { pages: 900 }), success([], { pages: 900 }));
    expect(await provisioningFor(server.current).pendingInvitationIds()).toEqual(allIds);
    expect(server.current.received).toHaveLength(2);
  });

  test('are an error when the list does not end', async () => {
    server.current.answerWith(success(people, { pages: 1e9 }));
    const error = await caught(provisioningFor(server.current).pendingInvitationIds());
    expect(error).toMatchObject({ reason: 'unreadable_answer' });
    expect(server.current.received).toHaveLength(200);
  });

  test('hold only pending people when the server ignores the filter', async () => {
    server.current.answerWith(
      success(
        [
          pendingDocument('p@acme.ch', 500),
          memberDocument('m@acme.ch', 1),
          { ...memberDocument('with-a-product-invitation@acme.ch', 2), invitation_id: 600 },
          { user_id: null, invitation_id: 501 },
          { user_id: 3, invitation_id: 601 },
          { ...pendingDocument('odd@acme.ch', 602), state_in_account: 'unheard_of' },
        ],
        { pages: 1 },
      ),
    );
    expect(await provisioningFor(server.current).pendingInvitationIds()).toEqual(new Set([500, 501]));
  });
});
