/** Arrival notices: one post per channel and ten minutes, naming everybody who arrived in that time. */
export interface NoticeStore {
  /** The newest notice of a channel, by name, opened after `since`, or undefined. */
  openSince(teamId: string, channelName: string, since: number): Promise<Notice | undefined>;
  insert(notice: Notice): Promise<void>;
  addArrival(teamId: string, noticeId: string, arrival: NoticeArrival): Promise<void>;
  byId(teamId: string, id: string): Promise<Notice | undefined>;
  /** In order of arrival. */
  arrivals(teamId: string, noticeId: string): Promise<NoticeArrival[]>;
  /** Remembers the post and the text it shows. */
  recordPost(teamId: string, id: string, postId: string, shownArrivals: number): Promise<void>;
}

export interface Notice {
  id: string;
  teamId: string;
  /** As configured or asked for: the channel's name. */
  channelName: string;
  openedAt: number;
  postId: string | undefined;
  /** How many arrivals the post shows. */
  shownArrivals: number;
}

export interface NoticeArrival {
  userId: string;
  name: string;
  inviterName: string | undefined;
  invitationId: string | undefined;
  arrivedAt: number;
}
