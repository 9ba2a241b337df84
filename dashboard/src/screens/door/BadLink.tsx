import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { Door } from './Door.tsx';
import type { LinkState } from './link-secret.ts';

/** What stands there while a link is being checked, and when it does not work. */
export function BadLink({ state, hint }: { state: LinkState<unknown>; hint: string }) {
  const { door, common, problem } = texts.value;
  if (state.kind === 'checking') return <Door title={door.checking} />;
  if (state.kind === 'unreachable') {
    return (
      <Door title={door.badLink} hint={problem.offline}>
        <button type="button" class="button primary large" onClick={() => location.reload()}>
          {common.retry}
        </button>
      </Door>
    );
  }
  return (
    <Door title={door.badLink} hint={hint}>
      <a class="button primary large" href={paths.inbox}>
        {door.toSignIn}
      </a>
    </Door>
  );
}
