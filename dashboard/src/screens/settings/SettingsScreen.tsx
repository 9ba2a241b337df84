import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Blank } from '../../components/Blank.tsx';
import { Icon } from '../../components/Icon.tsx';
import { isAdmin, sites } from '../../desk.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { NewSitePage } from './NewSitePage.tsx';
import { SitePage } from './SitePage.tsx';
import { TeamPage } from './TeamPage.tsx';
import '../../styles/settings.css';

/** What the desk promises, where, and who keeps it. On a phone the list of pages comes first. */
export function SettingsScreen() {
  const { path, route } = useLocation();
  const words = texts.value.settings;
  const all = [...sites.value.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const first = all[0];
  const isBare = path === paths.settings;

  useEffect(() => {
    if (isBare && first && matchMedia('(min-width: 721px)').matches) route(paths.site(first.id), true);
  }, [isBare, first?.id]);

  return (
    <div class={isBare ? 'settings-screen at-list' : 'settings-screen at-page'}>
      <nav class="side-list" aria-label={words.pages}>
        <h1 class="side-title">{words.title}</h1>
        <p class="side-heading">{words.sites}</p>
        {all.map((site) => (
          <PageLink key={site.id} href={paths.site(site.id)} path={path}>
            {site.name}
          </PageLink>
        ))}
        {isAdmin.value && (
          <PageLink href={paths.newSite} path={path}>
            <Icon name="plus" />
            {words.newSite}
          </PageLink>
        )}
        <p class="side-heading">{words.teamHeading}</p>
        <PageLink href={paths.team} path={path}>
          {words.people}
        </PageLink>
      </nav>
      <div class="settings-pane">
        {!isBare && (
          <a class="button quiet back-link" href={paths.settings}>
            <Icon name="back" isDirected />
            {words.title}
          </a>
        )}
        <Page path={path} />
      </div>
    </div>
  );
}

function Page({ path }: { path: string }) {
  if (path === paths.team) return <TeamPage />;
  if (path === paths.newSite && isAdmin.value) return <NewSitePage />;
  const site = [...sites.value.values()].find(({ id }) => path === paths.site(id));
  if (site) return <SitePage site={site} key={site.id} />;
  return path === paths.settings ? null : <NoSuchPage />;
}

/** An old link, or the page of a site that is no longer the reader's. */
function NoSuchPage() {
  const { frame } = texts.value;
  return <Blank icon="info" title={frame.notFound} hint={frame.notFoundHint} isWholePage />;
}

function PageLink({ href, path, children }: { href: string; path: string; children: ComponentChildren }) {
  return (
    <a href={href} aria-current={path === href ? 'page' : undefined}>
      {children}
    </a>
  );
}
