import type { FileInfo } from '../documents.ts';

/** A file on the server. Once attached to a post it stays there. */
export interface StoredFile {
  id: string;
  user_id: string;
  post_id: string | undefined;
  create_at: number;
  update_at: number;
  delete_at: number;
  name: string;
  mime_type: string;
  /** For pictures that can be previewed. */
  size: { width: number; height: number } | undefined;
  bytes: Buffer;
}

/** Formats that the server shows a picture of; an SVG is just a file. */
export const isPicture = (file: StoredFile): boolean => file.size !== undefined && file.mime_type !== 'image/svg+xml';

/** A file's description as clients get it. */
export function fileInfo(file: StoredFile): FileInfo {
  const { id, user_id, post_id, create_at, update_at, delete_at, name, mime_type, size, bytes } = file;
  const dot = name.lastIndexOf('.');
  return {
    id,
    user_id,
    ...(post_id !== undefined && { post_id }),
    channel_id: '',
    create_at,
    update_at,
    delete_at,
    name,
    extension: dot < 0 ? '' : name.slice(dot + 1).toLowerCase(),
    size: bytes.length,
    mime_type,
    ...(size && { ...size, has_preview_image: true }),
    mini_preview: null,
    remote_id: '',
  };
}
