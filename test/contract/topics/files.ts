import { beforeAll, describe, expect, it } from 'vitest';
import { actorsOn, type Actors } from '../support/actors.ts';
import { done } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

const table = 'email,first name,last name\njane@acme.ch,Jane,Doe\n';

export function files(stage: () => ContractStage): void {
  describe('a file', () => {
    let actors: Actors;
    beforeAll(() => {
      actors = actorsOn(stage());
    });
    const upload = async (): Promise<string> => {
      const { inviter, side } = stage().target;
      const body = new FormData();
      body.append('channel_id', side.id);
      body.append('files', new Blob([table], { type: 'text/csv' }), 'people.csv');
      const { file_infos: infos } = (await done(actors.as(inviter)('POST', '/files', body))).body;
      expect(infos).toMatchObject([{ name: 'people.csv' }]);
      return infos[0]?.id ?? '';
    };
    const download = async (id: string, token: string) => {
      const headers = { connection: 'close', authorization: `Bearer ${token}` };
      const response = await fetch(`${stage().target.url}/api/v4/files/${id}`, { headers });
      return { status: response.status, text: await response.text() };
    };

    it('is read by the members of the channel where it was posted, as it was sent', async (test) => {
      needs(test, stage().target, 'files');
      const { inviter, member, side } = stage().target;
      const id = await upload();
      const post = { channel_id: side.id, message: 'Our list', file_ids: [id] };
      expect((await done(actors.as(inviter)('POST', '/posts', post))).body.file_ids).toEqual([id]);
      expect(await download(id, member.token)).toEqual({ status: 200, text: table });
    });

    it('is hidden from who is not in that channel', async (test) => {
      needs(test, stage().target, 'files', 'canCreatePeople');
      const { inviter, member } = stage().target;
      const direct = await done(actors.as(inviter)('POST', '/channels/direct', [inviter.id, stage().bot.id]));
      const body = new FormData();
      body.append('channel_id', direct.body.id);
      body.append('files', new Blob([table], { type: 'text/csv' }), 'people.csv');
      const { file_infos: infos } = (await done(actors.as(inviter)('POST', '/files', body))).body;
      const id = infos[0]?.id ?? '';
      const post = { channel_id: direct.body.id, message: '', file_ids: [id] };
      await done(actors.as(inviter)('POST', '/posts', post));
      expect((await download(id, stage().bot.token)).text).toBe(table);
      expect((await download(id, member.token)).status).toBe(403);
    });
  });
}
