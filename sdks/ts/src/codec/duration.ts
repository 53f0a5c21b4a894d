/** A span of time: whole seconds, and nanoseconds below 1,000,000,000. */
export interface Duration {
  secs: bigint;
  nanos: number;
}

export const MAX_NANOS = 999_999_999;
