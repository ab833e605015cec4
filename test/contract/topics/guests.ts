import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { done } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

/** Inviting guests by the server's own means, or saying that it has none. */
export function guests(stage: () => ContractStage): void {
  describe('a guest', () => {
    let actors: Actors;
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
      // Guests take more than a bot of member rank may.
      if (stage().target.capabilities.guests) await setBotRoles('team_user team_admin');
    });
    afterAll(async () => {
      if (stage().target.capabilities.guests) await setBotRoles('team_user');
    });

    const setBotRoles = (roles: string) => {
      const { target, bot } = stage();
      const path = `/teams/${target.team.id}/members/${bot.id}/roles`;
      return done(actors.as({ token: target.adminToken })('PUT', path, { roles }));
    };
    /** Invites, and waits until it is known how that went. */
    const invite = async (email: string): Promise<string> => {
      await actors.type(`guest ${email} ~${stage().target.side.name}`);
      return until('the outcome', async () => {
        const status = await actors.type(`status ${email}`);
        return /\*\*(pending|failed)\*\*/.test(status) && status;
      });
    };

    it('is invited by the server’s own mail, welcomed in the channel alone, and told of', async (test) => {
      needs(test, stage().target, 'guests');
      const { target } = stage();
      const gus = actors.identity('Gus', 'Guest');
      expect(await invite(gus.email)).toContain('**pending**');
      const guest = await actors.accept(gus);
      await actors.someMessageTo(guest, 'You are a guest', `~${target.side.name}`);
      await actors.someMessageTo(target.inviter, gus.email, 'has accepted your invitation');
      const { items } = await done(actors.as(guest)('GET', `/users/me/teams/${target.team.id}/channels`));
      expect(items.filter(({ type }) => type !== 'D').map(({ name }) => name)).toEqual([target.side.name]);
    });

    it('is taken back alone, and the others go on', async (test) => {
      needs(test, stage().target, 'guests');
      const [ida, eve] = [actors.identity('Ida', 'Kept'), actors.identity('Eve', 'Revoked')];
      await invite(ida.email);
      await invite(eve.email);
      const stateOf = async (email: string) => /\*\*(\w+)\*\*/.exec(await actors.type(`status ${email}`))?.[1];
      await actors.type(`revoke ${eve.email}`);
      await until('the revocation', async () => (await stateOf(eve.email)) === 'revoked');
      expect(await stateOf(ida.email)).toBe('pending');
    });

    it('can’t be invited where the server has none, which the bot says with another way', async (test) => {
      needs(test, stage().target, 'lacksGuests');
      const status = await invite(actors.identity('Lea', 'Lacking').email);
      expect(status).toContain('**failed**: this server has no guests');
      expect(status).toContain('as a kSuite user instead');
    });
  });
}
