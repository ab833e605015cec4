import { oweAsTried } from '../../src/after-restore.ts';
import { createLooks } from '../../src/arrivals/looks.ts';
import { jobKinds } from '../../src/deliveries/kinds/all.ts';
import { Worker } from '../../src/deliveries/worker.ts';
import type { Dependencies, Settings } from '../../src/invitations/dependencies.ts';
import { requestInvitation, type InvitationRequest } from '../../src/invitations/request-invitation.ts';
import type { BarChart } from '../../src/ports/chart.ts';
import type { Fact } from '../../src/ports/observe.ts';
import type { EventKind, Invitation } from '../../src/ports/invitation-store.ts';
import { createTickets } from '../../src/tickets.ts';
import { chatUser, FakeChat, team } from './fake-chat.ts';
import { FakeClock } from './fake-clock.ts';
import { botId } from './fake-inbox.ts';
import { FakeLog } from './fake-log.ts';
import { FakeProvisioning } from './fake-provisioning.ts';
import { keepNames, keepSecret } from './overheard.ts';
import { openTemporaryStore, type TemporaryStore } from './temporary-store.ts';
import { untilQuiet } from './until-quiet.ts';

export const jane = { email: 'jane@acme.ch', firstName: 'Jane', lastName: 'Doe' };

/** The use cases, the arrivals and the worker on a real store, between a kChat and an Infomaniak in memory. */
export class FakeWorld {
  readonly clock: FakeClock;
  readonly store: TemporaryStore;
  readonly chat: FakeChat;
  readonly provisioning: FakeProvisioning;
  readonly log = new FakeLog();
  /** What was observed. */
  readonly facts: Fact[] = [];
  /** What was drawn. */
  readonly charts: BarChart[] = [];
  readonly deps: Dependencies;
  worker: Worker;
  #looks: ReturnType<typeof createLooks>;

  /** @param platforms with all that has happened there; new ones unless given. */
  constructor(
    clock: FakeClock,
    store: TemporaryStore,
    changes: Partial<Settings>,
    platforms: Pick<FakeWorld, 'chat' | 'provisioning'> = {
      chat: new FakeChat(clock),
      provisioning: new FakeProvisioning(clock),
    },
  ) {
    this.clock = clock;
    this.store = store;
    this.chat = platforms.chat;
    this.provisioning = platforms.provisioning;
    const settings = { ...defaultSettings, ...changes };
    const { chat, provisioning } = this;
    const drawChart = (chart: BarChart) => {
      this.charts.push(chart);
      return Promise.resolve(Buffer.from('a picture'));
    };
    this.deps = {
      store,
      clock,
      chat,
      provisioning,
      tickets: createTickets([Buffer.alloc(32, 7)]),
      drawChart,
      observe: (fact) => this.facts.push(fact),
      settings,
    };
    this.#looks = createLooks(this.#working());
    this.worker = this.#newWorker();
  }

  /** Records a request of Pat's. @returns the invitation's id. */
  async invite(changes: Partial<InvitationRequest> = {}): Promise<string> {
    const result = await requestInvitation(this.deps, { ...defaultRequest, ...changes });
    if (result.kind === 'already_open') throw new Error('There is an open invitation already');
    return result.id;
  }

  /** An invitation that Infomaniak has taken, its outcome told. @returns its id. */
  async invited(changes: Partial<InvitationRequest> = {}): Promise<string> {
    const id = await this.invite(changes);
    await this.untilQuiet();
    return id;
  }

  poll(): Promise<void> {
    return this.#looks.poll();
  }

  /** What the worker has; after a restore it sees the store as the program's does. */
  #working(): Dependencies {
    const { restoredFrom } = this.deps.settings;
    return restoredFrom === undefined ? this.deps : { ...this.deps, store: oweAsTried(this.store, restoredFrom) };
  }

  /** Runs what is due at this moment. */
  drain(): Promise<void> {
    return this.worker.drain();
  }

  /** See `untilQuiet`. */
  untilQuiet(soon?: number): Promise<void> {
    return untilQuiet(this, soon);
  }

  /** Runs until a call planned without an error kills the process, then starts it again. */
  async dieAndRestart(): Promise<void> {
    const services = [this.chat.faults, this.provisioning.faults];
    const quiet = this.untilQuiet().then(() => Promise.reject(new Error('Nothing died')));
    await Promise.race([quiet, ...services.map(({ died }) => died)]);
    for (const faults of services) faults.hangUp(true);
    // What else was running gets as far as its next call and no further.
    await new Promise(setImmediate);
    for (const faults of services) faults.hangUp(false);
    await this.store.deliveries.releaseAll();
    this.restart();
  }

  /** Forgets whatever only a process remembers. */
  restart(): void {
    this.worker = this.#newWorker();
  }

  async invitation(id: string): Promise<Invitation> {
    const invitation = await this.store.invitations.byId(team.id, id);
    if (!invitation) throw new Error(`There is no invitation ${id}`);
    return invitation;
  }

  /** What the timeline shows, in order. */
  async timeline(id: string): Promise<EventKind[]> {
    return (await this.store.invitations.events(team.id, id)).map(({ kind }) => kind);
  }

  #newWorker(): Worker {
    const working = this.#working();
    const { store, clock, observe, settings } = working;
    const { id: teamId } = settings.team;
    this.#looks = createLooks(working);
    return new Worker({ teamId, store, clock, log: this.log, observe, kinds: jobKinds(working, this.#looks) });
  }
}

/** A team with Pat in it and the bot in General; the people of the first look are remembered already. */
export async function openWorld(changes: Partial<Settings> = {}): Promise<FakeWorld> {
  const clock = new FakeClock();
  const world = new FakeWorld(clock, await openTemporaryStore(clock), changes);
  keepSecret('welcome.example.test/invitation');
  keepNames('Jane', 'Doe', 'Pat', 'Keller', 'Anna', 'Meier');
  world.chat.join(chatUser('pat', { firstName: 'Pat', lastName: 'Keller', locale: 'en' }));
  world.chat.openChannel('town-square', { hasBot: true });
  await world.poll();
  return world;
}

const defaultSettings: Settings = {
  team,
  botUserId: botId,
  invitationsPerDay: 0,
  ratePerMinute: 55,
  noticeChannels: ['town-square'],
  approvalChannel: undefined,
  extraAdministrators: [],
  allowedDomains: [],
  allowLegalRepresentative: false,
  welcomeWalkIns: true,
  retentionDays: undefined,
  restoredFrom: undefined,
  defaultLocale: 'en_GB',
  replyWaitMs: 2_000,
  trigger: 'kinvite',
};

export const defaultRequest: InvitationRequest = {
  ...jane,
  role: 'normal',
  strict: true,
  locale: 'en_GB',
  channels: [],
  workTeams: [],
  inviter: { id: 'pat', name: 'Pat Keller' },
  replyTo: { channelId: 'town-square', trigger: 'kinvite' },
};
