import { baseOf, type Embed } from '../embed.ts';

const side = 96;

/**
 * The site's own picture over its initials, wherever the panel's top names the site. Drawn, since a strict page allows no image
 * sources; put there from outside, so that the panel of a site without one carries nothing of it. Where the
 * picture is not to be had the initials stay.
 */
export async function showLogo(embed: Embed): Promise<void> {
  const { config, root } = embed;
  const [, , siteName, , , , , , , , , , name] = config;
  const bitmap = await fetch(`${baseOf(embed)}w/logo/${name}`, { credentials: 'omit' })
    .then((response) => response.blob())
    .then(createImageBitmap)
    .catch(() => undefined);
  if (!bitmap) return;
  const picture = bitmap;
  const logos = new WeakMap<HTMLElement, HTMLCanvasElement>();

  function look(): void {
    const avatar = root.querySelector<HTMLElement>('.top .avatar');
    if (!avatar) return;
    const isSite = avatar.parentElement?.querySelector('h2')?.textContent === siteName;
    const logo = logos.get(avatar) ?? draw(picture);
    if (isSite === logo.isConnected) return;
    logos.set(avatar, logo);
    // What is transparent in it is the panel, not the initials and their colour.
    Object.assign(avatar.style, isSite ? { position: 'relative', background: 'none', color: '#0000' } : bare);
    if (isSite) avatar.append(logo);
    else logo.remove();
  }

  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  root.host.addEventListener('destroy', () => observer.disconnect());
  look();
}

const bare = { position: '', background: '', color: '' };

/** Whole, in the middle of a square. */
function draw(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  Object.assign(canvas.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    borderRadius: 'inherit',
  });
  const scale = Math.min(side / bitmap.width, side / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  canvas.getContext('2d')?.drawImage(bitmap, (side - width) / 2, (side - height) / 2, width, height);
  return canvas;
}
