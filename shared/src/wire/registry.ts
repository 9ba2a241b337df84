import type { AgentEvents } from './agent.ts';
import { type CommandName, commandPath, commands } from './contract.ts';
import { type RouteName, type RouteSpec, routes } from './routes.ts';
import type { Caller, CommandSpec } from './spec.ts';
import type { VisitorEvents } from './visitor.ts';

/** Everything that can be reached from outside, with who may use it; tests try each row with every role. */
export interface CommandRow extends CommandSpec {
  name: CommandName;
  /** Pages of a site call it: `?site=KEY`, answered to that site's origins alone. */
  isOfSite: boolean;
  method: 'GET' | 'POST';
  path: string;
  namespaces: ('/visitor' | '/agent')[];
}

/** What everybody may read of a site, a visitor may ask over their connection as well. */
function namespacesOf({ by, isOfSite, kind }: CommandSpec): CommandRow['namespaces'] {
  if (by === 'visitor' || (by === 'anyone' && isOfSite && kind === 'read')) return ['/visitor'];
  return by === 'anyone' ? [] : ['/agent'];
}

export const commandRows: CommandRow[] = (Object.entries(commands) as [CommandName, CommandSpec][]).map(
  ([name, spec]) => ({
    ...spec,
    name,
    isOfSite: spec.by === 'visitor' || spec.isOfSite === true,
    method: spec.kind === 'read' ? 'GET' : 'POST',
    path: commandPath(name),
    namespaces: namespacesOf(spec),
  }),
);

/** Who hears each event: an event that is missing or too many does not compile. */
export const eventRows = {
  '/visitor': {
    'entry:added': 'visitor',
    'conversation:changed': 'visitor',
    'conversation:read': 'visitor',
    'queue:moved': 'visitor',
    'typing:changed': 'visitor',
    'command:refused': 'visitor',
    'session:ended': 'visitor',
  } satisfies Record<keyof VisitorEvents, Caller>,
  '/agent': {
    'entry:added': 'agent',
    'conversation:changed': 'agent',
    'conversation:read': 'agent',
    'typing:changed': 'agent',
    'ticket:changed': 'agent',
    'agent:changed': 'agent',
    'agent:removed': 'agent',
    'site:changed': 'agent',
    'command:refused': 'agent',
    'session:ended': 'agent',
  } satisfies Record<keyof AgentEvents, Caller>,
};

export const routeRows = (Object.entries(routes) as [RouteName, RouteSpec][]).map(([name, spec]) => ({
  ...spec,
  name,
}));
