import type {
  NewProviderInvitation,
  ProviderInvitation,
  ProviderPerson,
  Provisioning,
  WorkTeam,
  WorkTeamMember,
} from '../../src/ports/provisioning.ts';
import type { FakeClock } from './fake-clock.ts';
import { days } from './fake-clock.ts';
import { Faults, refusal } from './fake-faults.ts';

export type FakeInvitation = ProviderInvitation & { asked?: NewProviderInvitation; userId?: number };

/**
 * Infomaniak in memory. It takes a second invitation for an address without complaint, so that a test sees one that
 * should not be there.
 */
export class FakeProvisioning implements Provisioning {
  readonly faults = new Faults();
  readonly invitations: FakeInvitation[] = [];
  readonly members: { email: string; userId: number }[] = [];
  readonly workTeams: WorkTeam[] = [];
  /** By work team. */
  readonly workTeamPeople = new Map<number, WorkTeamMember[]>();
  /** For how many invitations it was asked patiently. */
  patient = 0;
  seatsLeft = Number.POSITIVE_INFINITY;
  /** How long an invitation is valid. */
  lifeMs = days(30);
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** What somebody did in the Manager, or what was there before. */
  addInvitation(email: string, changes: Partial<FakeInvitation> = {}): FakeInvitation {
    const invitation: FakeInvitation = {
      id: 100 + this.invitations.length,
      email,
      status: 'pending',
      rawStatus: changes.status ?? 'pending',
      hasKsuite: false,
      createdAt: this.#clock.now(),
      sentAt: this.#clock.now(),
      expiresAt: this.#clock.now() + this.lifeMs,
      ...changes,
    };
    this.invitations.push(invitation);
    return invitation;
  }

  /** The invitee registers, with the invited address unless another one is given. */
  accept(email: string, userId: number, registeredAs = email): void {
    const invitation = this.invitations.find((one) => one.email === email && one.status === 'pending');
    if (!invitation) throw new Error(`Nothing pending for ${email}`);
    Object.assign(invitation, { status: 'accepted', rawStatus: 'accepted', userId });
    this.members.push({ email: registeredAs, userId });
  }

  /** How an invitation ends otherwise. */
  end(email: string, status: ProviderInvitation['status'], rawStatus: string = status): void {
    for (const one of this.invitations) if (one.email === email) Object.assign(one, { status, rawStatus });
  }

  pendingOf(email: string): FakeInvitation[] {
    return this.invitations.filter((one) => one.email === email && one.status === 'pending');
  }

  findByEmail(email: string): Promise<ProviderPerson | undefined> {
    return this.faults.around('findByEmail', () => {
      const userId = this.members.find((member) => member.email === email)?.userId;
      const invitationId = this.pendingOf(email)[0]?.id;
      return userId === undefined && invitationId === undefined ? undefined : { email, userId, invitationId };
    });
  }

  async createInvitation(
    asked: NewProviderInvitation,
    beforeSending: () => Promise<void>,
  ): Promise<ProviderInvitation> {
    await beforeSending();
    return this.faults.around('createInvitation', () => ({ ...this.addInvitation(asked.email, { asked }) }));
  }

  grantKsuite(id: number): Promise<void> {
    return this.faults.around('grantKsuite', () => {
      const invitation = this.invitations.find((one) => one.id === id && one.status === 'pending');
      if (!invitation) throw refusal(404, 'object_not_found');
      if (this.seatsLeft < 1) throw refusal(403, 'ksuite_quota_reached');
      if (!invitation.hasKsuite) this.seatsLeft -= 1;
      invitation.hasKsuite = true;
    });
  }

  readInvitation(id: number): Promise<ProviderInvitation | undefined> {
    return this.faults.around('readInvitation', () => {
      const found = this.invitations.find((one) => one.id === id);
      return found && { ...found };
    });
  }

  acceptLink(id: number): Promise<string | undefined> {
    return this.faults.around('acceptLink', () => {
      const isPending = this.invitations.some((one) => one.id === id && one.status === 'pending');
      return isPending ? `https://welcome.example.test/invitation/${id}` : undefined;
    });
  }

  cancelInvitation(id: number): Promise<void> {
    return this.faults.around('cancelInvitation', () => {
      const found = this.invitations.find((one) => one.id === id && one.status === 'pending');
      if (!found) return;
      if (found.hasKsuite) this.seatsLeft += 1;
      Object.assign(found, { status: 'cancelled', rawStatus: 'cancelled' });
    });
  }

  pendingInvitationIds(): Promise<Set<number>> {
    return this.faults.around(
      'pendingInvitationIds',
      () => new Set(this.invitations.filter(({ status }) => status === 'pending').map(({ id }) => id)),
    );
  }

  invitationIdsOfUser(userId: number): Promise<number[]> {
    return this.faults.around('invitationIdsOfUser', () =>
      this.invitations.filter((one) => one.userId === userId).map(({ id }) => id),
    );
  }

  workTeamByName(name: string): Promise<WorkTeam | undefined> {
    return this.faults.around('workTeamByName', () =>
      this.workTeams.find((team) => team.name.toLowerCase() === name.toLowerCase()),
    );
  }

  workTeamMembers(id: number): Promise<WorkTeamMember[]> {
    return this.faults.around('workTeamMembers', () => this.workTeamPeople.get(id) ?? []);
  }

  checkAccess(): Promise<void> {
    return this.faults.around('checkAccess', () => undefined);
  }

  patiently(): Provisioning {
    this.patient += 1;
    return this;
  }
}
