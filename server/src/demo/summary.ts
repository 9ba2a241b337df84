import { locales, ticketReasons, ticketStatuses } from '@ventanilla/shared/vocabulary';
import type { checkNoDeadEnd } from '../actions/health/check-no-dead-end.ts';
import type { Deps } from '../deps.ts';
import { type AgentKey, agentKeys, agents, sites } from './company.ts';
import { library } from './library.ts';
import { stories } from './make-demo.ts';
import type { Company } from './open-company.ts';

/** What was made, how to sign in and how to go on: the only place where the passwords are ever told. */
export async function summaryOf(
  { store, config }: Deps,
  { passwords, sites: siteIds }: Company,
  health: Awaited<ReturnType<typeof checkNoDeadEnd>>,
): Promise<string> {
  const tickets = await store.tickets.list({ siteIds: Object.values(siteIds), limit: 2 * stories.length });
  const count = <T extends string>(words: readonly T[], wordOf: (ticket: (typeof tickets)[number]) => T) =>
    words
      .map((word) => [word, tickets.filter((ticket) => wordOf(ticket) === word).length] as const)
      .flatMap(([word, number]) => (number === 0 ? [] : [`${number} ${word}`]))
      .join(', ');
  const published = locales.map((locale) => {
    const inLocale = library.filter(({ ends, readers }) => ends === undefined && readers[locale]);
    return `${inLocale.length} in ${locale}`;
  });
  const faults = Object.entries(health).map(([fault, number]) => `${fault} ${number}`);
  const rows: [string, string][] = [
    [
      'sites',
      Object.values(sites)
        .map(({ name, locale }) => `${name} (${locale})`)
        .join(', '),
    ],
    ['articles', `published ${published.join(', ')}; one draft, one archived`],
    ['conversations', String(stories.length)],
    ['tickets', `${tickets.length}: ${count(ticketStatuses, ({ status }) => status)}`],
    ['reasons', count(ticketReasons, ({ reason }) => reason)],
    ['no dead end', faults.join(', ')],
  ];
  return [
    '',
    'Alameda, an internet provider that does not exist, is ready.',
    '',
    ...rows.map(([name, text]) => `  ${name.padEnd(14)} ${text}`),
    '',
    'Sign in at the dashboard. These passwords were made just now and are kept nowhere else:',
    '',
    ...agentKeys.map((key) => signInLine(key, passwords[key])),
    '',
    'Go on with "npx --yes pnpm@12.21.0 start" and the same settings; then open',
    '',
    `  demo page      ${config.publicUrl}/demo`,
    `  dashboard      ${config.publicUrl}/dashboard/`,
    '',
    'The queue and the conversations in hand wait for some twenty minutes from now; then one after another becomes a ticket.',
    '',
    '',
  ].join('\n');
}

function signInLine(key: AgentKey, password: string): string {
  const { email, role } = agents[key];
  return `  ${email.padEnd(24)} ${password}   ${role}`;
}
