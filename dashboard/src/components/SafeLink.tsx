/** An address a visitor's browser gave us: a link only when it leads to the web, and never with our address as referrer. */
export function SafeLink({ url, title }: { url: string; title: string }) {
  const page = pageOf(url);
  if (!page) return <bdi>{url}</bdi>;
  const shown = page.pathname === '/' ? page.host : page.pathname;
  return (
    <a class="link" href={page.href} target="_blank" rel="noopener noreferrer nofollow" title={title || page.href}>
      <bdi>{shown}</bdi>
    </a>
  );
}

function pageOf(url: string): URL | null {
  const page = URL.parse(url);
  return page && (page.protocol === 'https:' || page.protocol === 'http:') ? page : null;
}
