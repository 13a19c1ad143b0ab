import { z } from 'zod';
import type { JsonObject } from './json';

/** What a command of the control API is given, and what it says. */

/** `id` is the number in the path, or empty. */
export type Asked = { id: string; query: URLSearchParams; body: JsonObject };

export type Said = { http: number; body: object };

/** By method and path; `:id` stands for a number. */
export type Commands = Readonly<Record<string, (asked: Asked) => Promise<Said>>>;

export const ok = (body: object, http = 200): Said => ({ http, body });

export const no = (http: number, problem: string): Said => ({ http, body: { problem } });

/** 400, with what is wrong with the body. */
export const unreadable = (error: z.ZodError): Said => no(400, z.prettifyError(error));
