import type * as v from 'valibot';
import type { IdNoun } from '../ids.ts';

/** Who may call. `visitor`: the bearer of a visitor's token on one site. `agent` includes `admin`. `anyone`: no identity needed. */
export const callers = ['anyone', 'visitor', 'agent', 'admin'] as const;
export type Caller = (typeof callers)[number];

/** Kinds of rate limit; the numbers are in the server's configuration. `page`: what a page does for its visitor, so that it takes none of their own. */
export const rateClasses = ['read', 'write', 'session', 'secret', 'page'] as const;
export type RateClass = (typeof rateClasses)[number];

/** One command: who, what comes in, what goes out, and whose thing it touches. */
export interface CommandSpec<
  Input extends v.GenericSchema = v.GenericSchema,
  Output = unknown,
  By extends Caller = Caller,
> {
  by: By;
  /** Called by pages of a site, which the address names (`?site=KEY`); true of everything that visitors call. */
  isOfSite?: boolean;
  /** `read` changes nothing and is GET over HTTP; `write` is POST. */
  kind: 'read' | 'write';
  rate: RateClass;
  /** Over HTTP a browser keeps the answer and asks whether it is still the same (ETag). */
  isKept?: boolean;
  /** Field of the input that names the thing, so that rights can be tried with own, foreign and malformed ids. */
  subject?: { field: string; noun: IdNoun | 'ticketNumber' };
  input: Input;
  /** Never present: carries the type alone. */
  output?: Output;
}

/** Declares a command; the output is given as a type, the rest is inferred. */
export function command<Output>() {
  return <Input extends v.GenericSchema, By extends Caller>(
    spec: CommandSpec<Input, unknown, By>,
  ): CommandSpec<Input, Output, By> => spec as CommandSpec<Input, Output, By>;
}
