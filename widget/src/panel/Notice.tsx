import { alertIcon, Icon } from './Icon.tsx';
import type { Scene } from './scene.ts';

/** Below the top: what is wrong ('' when nothing is), and a way to try again where that may help. */
export function Notice({ text, canRetry, texts, actions }: Scene & { text: string; canRetry: boolean }) {
  return (
    <div role="status">
      {text !== '' && (
        <div class="banner">
          <Icon path={alertIcon} />
          <p>
            {text}{' '}
            {canRetry && (
              <button type="button" onClick={actions.reconnect}>
                {texts.tryNow}
              </button>
            )}
          </p>
        </div>
      )}
    </div>
  );
}
