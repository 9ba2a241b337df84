import type { Locale } from '@ventanilla/shared/vocabulary';
import { SignJWT } from 'jose';
import type { VisitorCaller } from '../actions/caller.ts';
import { identifyVisitor } from '../actions/visitor/identify-visitor.ts';
import type { Deps } from '../deps.ts';
import { browsers, type DemoBrowser } from './company.ts';
import type { Company } from './open-company.ts';
import type { Story } from './story.ts';

interface Visitor {
  caller: VisitorCaller;
  browser: DemoBrowser;
}

export interface Visitors {
  /** Whoever a story is about, the same browser each time they come back. */
  open(story: Story): Promise<Visitor>;
}

const hosts: Record<Locale, string> = { es: 'correo.example', en: 'mail.example' };

/** People on the company's sites. Whoever has a name has signed in there, so that the site vouches for them. */
export function openVisitors(deps: Deps, company: Company): Visitors {
  const known = new Map<string, Visitor>();
  let count = 0;

  function nextBrowser(): DemoBrowser {
    const browser = browsers[count % browsers.length];
    count += 1;
    if (!browser) throw new Error('there are no browsers');
    return browser;
  }

  return {
    async open(story) {
      const key = `${story.site} ${story.who}`;
      const before = story.who === '' ? undefined : known.get(key);
      if (before) return before;
      const siteId = company.sites[story.site];
      const caller: VisitorCaller = {
        kind: 'visitor',
        visitorId: deps.ids.next('visitor'),
        siteId,
        requesterId: '',
        locale: story.locale,
        requestId: '',
        address: '',
      };
      if (story.who !== '') await identifyVisitor(deps, caller, { identityToken: await tokenFor(deps, caller, story) });
      const visitor = { caller, browser: nextBrowser() };
      known.set(key, visitor);
      return visitor;
    },
  };
}

/** What the site's own server would sign. */
async function tokenFor({ directory, clock }: Deps, { siteId }: VisitorCaller, { who, site, locale }: Story) {
  const secret = directory.site(siteId)?.identitySecrets[0] ?? '';
  const mailbox = who
    .normalize('NFD')
    .replaceAll(/[^a-z ]/gi, '')
    .toLowerCase()
    .split(' ')
    .join('.');
  const email = `${mailbox}@${site === 'inner' ? 'alameda.example' : hosts[locale]}`;
  return new SignJWT({ name: who, email })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(mailbox)
    .setExpirationTime(Math.floor(clock.now() / 1000) + 600)
    .sign(new TextEncoder().encode(secret));
}
