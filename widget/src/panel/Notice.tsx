import { alertIcon, Icon } from './Icon.tsx';
import type { Scene } from './scene.ts';

/** Below the top: what is wrong here ('' when nothing is), and a way to try again where that may help; then what is wrong with us. */
export function Notice({ text, canRetry, ...scene }: Scene & { text: string; canRetry: boolean }) {
  const { texts, actions } = scene;
  const { incident } = scene.parts;
  return (
    <>
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
      {incident && <incident.Incident {...scene} texts={incident.texts} />}
    </>
  );
}
