/** An event as kChat sends it: on each of the channels, to those who subscribed. */
export interface PusherEvent {
  event: string;
  data: Record<string, unknown>;
  channels: string[];
}
