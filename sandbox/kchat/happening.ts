import type { OpenDialog } from './dialogs/dialog.ts';
import type { Channel, Person, Post, TeamMember } from './documents.ts';
import type { EphemeralPost } from './state.ts';

/** What happens in the chat, told the moment it is true; realtime says it in its flavour's words. */
export type Happening =
  | { kind: 'account created' | 'account changed' | 'roles changed'; person: Person }
  | { kind: 'joined team' | 'left team'; person: Person }
  | { kind: 'team roles changed'; member: TeamMember }
  | { kind: 'joined channel'; person: Person; channel: Channel }
  | { kind: 'left channel'; person: Person; channel: Channel; remover: Person }
  | { kind: 'direct channel opened'; channel: Channel; creator: Person; teammate: Person }
  /** `mentioned`: whom the post notifies, by id. */
  | { kind: 'posted'; post: Post; author: Person; channel: Channel; mentioned: string[] }
  | { kind: 'post edited' | 'post deleted'; post: Post }
  | { kind: 'shown privately'; post: EphemeralPost; authorId: string }
  | { kind: 'dialog opened'; userId: string; dialog: OpenDialog };
