import type { RateClass } from '@ventanilla/shared/wire/spec';
import type { Clock } from './clock.ts';

/** Calls a minute for one visitor or agent; an address gets `addressFactor` times as many (offices share one). */
export type RateLimits = Record<RateClass, number>;
export const addressFactor = 20;

interface Bucket {
  tokens: number;
  at: number;
}

export interface RateLimiter {
  /** Takes one call from the bucket of `key`; ms to wait when it is empty, else 0. */
  take(key: string, rate: RateClass, factor: number): number;
}

/** Buckets that hold one minute's calls. */
export function createRateLimiter(clock: Clock, limits: RateLimits): RateLimiter {
  const take = createBuckets(clock, 60_000);
  return { take: (key, rate, factor) => take(`${rate} ${key}`, limits[rate] * factor, 1) };
}

export interface HourlyBudget {
  /** Takes `amount` from the bucket of `key`; ms to wait when it has not that much, else 0. */
  take(key: string, amount: number, factor: number): number;
}

/** Buckets that hold what one hour allows: bytes, or mails. */
export function createHourlyBudget(clock: Clock, perHour: number): HourlyBudget {
  const take = createBuckets(clock, 60 * 60_000);
  return { take: (key, amount, factor) => take(key, perHour * factor, amount) };
}

const maxBuckets = 100_000;

/** Token buckets in memory that fill up in `fillMs`; when they are too many, the least used are forgotten. */
function createBuckets(clock: Clock, fillMs: number) {
  const buckets = new Map<string, Bucket>();

  function forgetOldest() {
    for (const [key] of buckets) {
      buckets.delete(key);
      if (buckets.size <= maxBuckets / 2) return;
    }
  }

  return function take(id: string, capacity: number, cost: number): number {
    const now = clock.elapsed();
    const perMs = capacity / fillMs;
    const bucket = buckets.get(id) ?? { tokens: capacity, at: now };
    const tokens = Math.min(capacity, bucket.tokens + (now - bucket.at) * perMs);
    const isAllowed = tokens >= cost;
    buckets.delete(id);
    buckets.set(id, { tokens: isAllowed ? tokens - cost : tokens, at: now });
    if (buckets.size > maxBuckets) forgetOldest();
    return isAllowed ? 0 : Math.ceil((cost - tokens) / perMs);
  };
}

/** An IPv6 customer has a whole /64; an IPv4-mapped address is its IPv4 address. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const missing = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
