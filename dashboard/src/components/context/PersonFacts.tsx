import type { ConversationDetail } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ComponentChildren } from 'preact';
import { now } from '../../clock.ts';
import { sites } from '../../desk.ts';
import { texts } from '../../language.ts';
import { clockIn, fillTime, languageName, momentInWords } from '../../time-words.ts';
import { browserName } from '../browser-name.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { SafeLink } from '../SafeLink.tsx';
import { Sentence } from '../Sentence.tsx';

/** CV7: what the first message brought with it, and what time it is where they are. */
export function PersonFacts({ conversation }: { conversation: ConversationDetail }) {
  const words = texts.value.context;
  const { requester, address, context, createdAt } = conversation;
  const localTime = clockIn(context.timeZone, now.value);
  const browser = browserName(context.userAgent);
  const site = sites.value.size > 1 ? sites.value.get(conversation.siteId) : undefined;
  return (
    <ul class="facts">
      <Address text={requester.email} isVerified={requester.isEmailVerified} />
      {address !== '' && address !== requester.email && <Address text={address} isVerified={false} />}
      {context.pageUrl && (
        <Fact icon="laptop">
          <Sentence text={words.page} values={{ page: <SafeLink url={context.pageUrl} title={context.pageTitle} /> }} />
        </Fact>
      )}
      {context.referrer && (
        <Fact icon="link">
          <Sentence text={words.from} values={{ page: <SafeLink url={context.referrer} title="" /> }} />
        </Fact>
      )}
      {localTime && (
        <Fact icon="globe">{fillTime(words.localTime, { zone: zoneName(context.timeZone), time: localTime })}</Fact>
      )}
      {context.language && languageName(context.language) && (
        <Fact icon="words">{fill(words.language, { language: languageName(context.language) })}</Fact>
      )}
      {browser && (
        <Fact icon="window">{fill(words.browser, { browser, viewport: context.viewport }).replace(/ · $/, '')}</Fact>
      )}
      <Fact icon="clock">{fill(words.startedAt, { when: momentInWords(createdAt, now.value) })}</Fact>
      {site && <Fact icon="code">{site.name}</Fact>}
    </ul>
  );
}

/** TK3: what nobody has verified proves nothing, and whoever answers should know. */
function Address({ text, isVerified }: { text: string; isVerified: boolean }) {
  const words = texts.value.context;
  return (
    <Fact icon="mail">
      {text || <span class="faint">{words.noAddress}</span>}
      {text !== '' && !isVerified && <span class="faint"> · {words.notVerified}</span>}
    </Fact>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <li>
      <Icon name={icon} />
      <span class="fact">{children}</span>
    </li>
  );
}

function zoneName(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}
