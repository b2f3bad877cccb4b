import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request, type TypedDocument } from './request';

/** One key for as long as the dialog is open: a retry is the same act, never a second one. */
export function useIdempotencyKey(): string {
  return useState(newIdempotencyKey)[0];
}

/** crypto.randomUUID exists only on secure origins (https and localhost); random bytes exist everywhere. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A write of the face; `onDone` gets the answer, with which the cache is brought up to date. */
export function useWrite<Result, Variables>(document: TypedDocument<Result, Variables>, onDone?: (result: Result) => unknown) {
  return useMutation({ mutationFn: (variables: Variables) => request(document, variables), onSuccess: (result) => onDone?.(result) });
}
