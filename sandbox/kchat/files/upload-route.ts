import { basename } from 'node:path/posix';
import { z } from 'zod';
import { json } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { forbidden, refusal } from '../refusal.ts';
import type { Person } from '../documents.ts';
import { route } from '../kchat-route.ts';
import { channelMember } from '../rights.ts';
import { mediaType } from './media-type.ts';
import { pictureSize } from './picture-size.ts';
import { fileInfo, type StoredFile } from './stored-file.ts';

/** Largest file, in bytes. */
export const maxFileSize = 50 * 1024 * 1024;

/** Uploads files for a post that will name them. */
export function uploadRoute(world: World): Route<Person> {
  return route({
    method: 'post',
    path: '/files',
    query: z.strictObject({ channel_id: z.string().optional(), filename: z.string().optional() }),
    body: z.instanceof(FormData),
    answer: async ({ caller, query, body }) => {
      const named = body.get('channel_id');
      const channelId = typeof named === 'string' ? named : query.channel_id;
      if (channelId === undefined) throw missingChannel();
      if (!channelMember(world.kchat, channelId, caller.id)) throw forbidden();
      const sent = body.getAll('files').filter((value) => value instanceof File);
      if (sent.some((file) => file.size > maxFileSize)) throw tooLarge();
      const files = await Promise.all(sent.map((file) => store(world, caller, file)));
      return json({ file_infos: files.map(fileInfo), client_ids: body.getAll('client_ids') }, 201);
    },
  });
}

async function store(world: World, caller: Person, sent: File): Promise<StoredFile> {
  const bytes = Buffer.from(await sent.arrayBuffer());
  const name = basename(sent.name);
  const at = world.now();
  const file: StoredFile = {
    id: world.kchat.flavor.ids.newId(),
    user_id: caller.id,
    post_id: undefined,
    create_at: at,
    update_at: at,
    delete_at: 0,
    name,
    mime_type: mediaType(name),
    size: pictureSize(bytes),
    bytes,
  };
  world.kchat.files.set(file.id, file);
  return file;
}

const missingChannel = () =>
  refusal(400, {
    id: 'api.context.invalid_body_param.app_error',
    en: 'Invalid or missing channel_id in request body.',
    fr: 'Le champ channel_id est absent ou non valide.',
  });

const tooLarge = () =>
  refusal(413, {
    id: 'api.file.upload_file.too_large_detailed.app_error',
    en: 'Unable to upload file. File is too large.',
    fr: 'Impossible de téléverser le fichier : il est trop volumineux.',
  });
