import type { Result } from '../core/model/result';

/** The fields of an object of which nothing is known yet. */
export type Fields = Record<string, unknown>;

/** The request as it may be handled, or what is wrong with it. */
export type RequestCheck = (name: string, request: unknown) => Result<unknown, string>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** The name and request of one of our messages; null for a message that is not ours at all. */
export function openEnvelope(
  message: unknown,
): { name: string; request: unknown; isPrivate: boolean } | null {
  if (!isObject(message) || message.hawashi !== 1) return null;
  const { name, request } = message;
  const isPrivate = message.isPrivate === true;
  return typeof name === 'string' ? { name, request, isPrivate } : null;
}
