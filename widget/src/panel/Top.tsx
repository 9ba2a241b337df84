import type { ComponentChildren } from 'preact';
import { closeIcon, Icon } from './Icon.tsx';
import type { Scene } from './scene.ts';

interface TopProps {
  /** Absent on the screen that has none before it. */
  onBack?: () => void;
  children: ComponentChildren;
}

/** Where one is, the way back, the way out. */
export function Top({ onBack, children, texts, actions }: Pick<Scene, 'texts' | 'actions'> & TopProps) {
  return (
    <div class={onBack ? 'top nav' : 'top site'}>
      {onBack && (
        <button type="button" class="tool" aria-label={texts.back} onClick={onBack}>
          <Icon path="m15 5-7 7 7 7" turns />
        </button>
      )}
      {children}
      <button type="button" class="tool" aria-label={texts.close} onClick={actions.close}>
        <Icon path={closeIcon} />
      </button>
    </div>
  );
}
