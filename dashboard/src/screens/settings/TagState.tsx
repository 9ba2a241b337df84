import type { Site, SiteSighting } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import { useEffect, useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import type { Answer } from '../../connection/failure.ts';
import { offlineSince } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { lengthWords } from '../../time-words.ts';
import { CspHelp } from './CspHelp.tsx';
import { SettingRow } from './SettingRow.tsx';
import { lastSeenAt, type SightingState, stateOf, telling } from './sighting-state.ts';
import '../../styles/site-tag.css';

const askAgainMs = 15_000;

/** "Is my tag live?": where it was seen, and what a page's own policy still forbids. It asks again while it is looked at. */
export function TagState({ site }: { site: Site }) {
  const [answer, setAnswer] = useState<Answer<{ sightings: SiteSighting[] }> | null>(null);
  const words = texts.value.site;
  const isOffline = offlineSince.value !== 0;
  const ask = async (): Promise<void> => setAnswer(await call('site:sightings', { siteId: site.id }));
  useEffect(() => {
    if (isOffline) return;
    void ask();
    const timer = setInterval(() => document.visibilityState === 'visible' && void ask(), askAgainMs);
    return () => clearInterval(timer);
  }, [site.id, isOffline]);

  const sightings = answer?.ok ? answer.data.sightings : [];
  const most = telling(sightings, site.origins, now.value);
  return (
    <>
      <SettingRow title={words.live} hint={words.liveHint}>
        <p class="tag-verdict" role="status">
          {answer?.ok === false ? sentenceOf(answer.error) : answer && <Verdict site={site} most={most} />}
        </p>
        {sightings.length > 0 && (
          <ul class="sightings">
            {sightings.map((sighting) => (
              <Sighting key={sighting.host} sighting={sighting} site={site} />
            ))}
          </ul>
        )}
        <p>
          <button type="button" class="button" onClick={() => void ask()}>
            <Icon name="refresh" />
            {words.checkAgain}
          </button>
        </p>
      </SettingRow>
      <CspHelp blocked={most && stateOf(most, site.origins, now.value) === 'blocked' ? most.directive : ''} />
    </>
  );
}

function Verdict({ site, most }: { site: Site; most: SiteSighting | null }) {
  const { verdict } = texts.value.site;
  if (most === null) return <>{verdict.unseen}</>;
  const state = stateOf(most, site.origins, now.value);
  return <>{fill(verdict[state], { host: hostOf(most), directive: most.directive })}</>;
}

const signs: Record<SightingState, { icon: IconName; tone: string }> = {
  live: { icon: 'check', tone: 'good' },
  loaded: { icon: 'check', tone: 'faint' },
  blocked: { icon: 'alert', tone: 'wrong' },
  foreign: { icon: 'alert', tone: 'late' },
  gone: { icon: 'clock', tone: 'faint' },
};

function Sighting({ sighting, site }: { sighting: SiteSighting; site: Site }) {
  const words = texts.value.site;
  const state = stateOf(sighting, site.origins, now.value);
  const { icon, tone } = signs[state];
  const time = lengthWords(now.value - lastSeenAt(sighting));
  return (
    <li>
      <Icon name={icon} />
      <bdi class="host">{hostOf(sighting)}</bdi>
      <span class={tone}>{fill(words.seen[state], { directive: sighting.directive })}</span>
      <span class="faint">{fill(words.ago, { time })}</span>
    </li>
  );
}

function hostOf({ host }: SiteSighting): string {
  return host || texts.value.site.unknownHost;
}
