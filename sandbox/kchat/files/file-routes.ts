import { z } from 'zod';
import { json, type Answer } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { forbidden, notFound, refusal } from '../refusal.ts';
import type { Person } from '../documents.ts';
import { route } from '../kchat-route.ts';
import { channelMember, isSystemAdmin, requireMembership } from '../rights.ts';
import { filesOfPost } from './attached.ts';
import { fileInfo, isPicture, type StoredFile } from './stored-file.ts';

/** Reading files: those of a post for the members of its channel, others for who uploaded them. */
export function fileRoutes(world: World): Route<Person>[] {
  return [
    route({
      method: 'get',
      path: '/files/:file_id',
      query: z.strictObject({ download: z.string().optional() }),
      answer: ({ caller, param }) => content(require(caller, param('file_id'))),
    }),
    route({
      method: 'get',
      path: '/files/:file_id/info',
      answer: ({ caller, param }) => json(fileInfo(require(caller, param('file_id')))),
    }),
    route({
      method: 'get',
      path: '/posts/:post_id/files/info',
      answer: ({ caller, param }) => {
        const post = world.kchat.posts.find((one) => one.id === param('post_id') && one.delete_at === 0);
        if (!post) throw notFound('post');
        requireMembership(world.kchat, caller, post.channel_id);
        return json(filesOfPost(world, post).map(fileInfo));
      },
    }),
    ...(['thumbnail', 'preview'] as const).map((kind) =>
      route({
        method: 'get',
        path: `/files/:file_id/${kind}`,
        answer: ({ caller, param }) => {
          const file = require(caller, param('file_id'));
          // A real server sends a smaller JPEG; what is asked for is that there is a picture at all.
          if (isPicture(file)) return content(file);
          throw refusal(400, {
            id: `api.file.get_file_${kind}.no_${kind}.app_error`,
            en: `File doesn't have a ${kind} image.`,
            fr: "Ce fichier n'a pas d'aperçu.",
          });
        },
      }),
    ),
  ];

  /** @throws ChatRefusal 404 no such file, or its post is deleted; 403 */
  function require(caller: Person, fileId: string): StoredFile {
    const file = world.kchat.files.get(fileId);
    const post = world.kchat.posts.find((candidate) => candidate.id === file?.post_id);
    if (!file || (post && post.delete_at > 0)) throw noSuchFile();
    const allowed = post
      ? channelMember(world.kchat, post.channel_id, caller.id) !== undefined
      : file.user_id === caller.id || isSystemAdmin(caller);
    if (!allowed) throw forbidden();
    return file;
  }
}

/** Pictures are shown in place; everything else, SVG included, is offered for saving. */
function content(file: StoredFile): Answer {
  const way = isPicture(file) ? 'inline' : 'attachment';
  const name = encodeURIComponent(file.name);
  return {
    status: 200,
    bytes: file.bytes,
    headers: {
      'content-type': file.mime_type || 'application/octet-stream',
      'content-disposition': `${way};filename="${name}"; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    },
  };
}

const noSuchFile = () =>
  refusal(404, {
    id: 'app.file_info.get.app_error',
    en: 'Unable to get the file info.',
    fr: "Impossible d'obtenir le fichier.",
  });
