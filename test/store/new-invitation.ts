import type { NewInvitation } from '../../src/ports/invitation-store.ts';
import { team } from '../support/fake-chat.ts';

/** Jane's. */
export const newInvitation = (id: string, changes: Partial<NewInvitation> = {}): NewInvitation => ({
  id,
  teamId: team.id,
  kind: 'member',
  email: 'jane@acme.ch',
  firstName: 'Jane',
  lastName: 'Doe',
  role: 'normal',
  strict: true,
  locale: 'fr_FR',
  channels: [{ id: 'c1', name: 'marketing' }],
  note: undefined,
  workTeams: ['Sales'],
  inviterId: 'pat',
  inviterName: 'Pat Keller',
  requestedAt: 1,
  parentId: undefined,
  importId: undefined,
  ...changes,
});
