export interface Attempt {
  at: number;
  /** HTTP status, or 0 when there was no answer. */
  status: number;
  ms: number;
  error?: string;
}

/** The story of one event's way to the webhook address. */
export interface Delivery {
  event: string;
  type: string;
  state: 'held' | 'waiting' | 'delivered' | 'gave_up';
  /** All tries, the newest last; redeliveries count too. */
  attempts: Attempt[];
}
