import type { Site } from '@ventanilla/shared/entities/site';
import { useState } from 'preact/hooks';
import { CopyLine } from '../../components/CopyLine.tsx';
import type { Answer } from '../../connection/failure.ts';
import { sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { SettingRow } from './SettingRow.tsx';

/** What the site's own server signs its customers' identity with: not shown before it is asked for. */
export function IdentitySecret({ site }: { site: Site }) {
  const [answer, setAnswer] = useState<Answer<{ secret: string }> | null>(null);
  const [isRotated, setRotated] = useState(false);
  const words = texts.value.site;

  const show = async (): Promise<void> => setAnswer(await call('site:identitySecret', { siteId: site.id }));
  const rotate = async (): Promise<void> => {
    const rotated = await call('site:rotateIdentitySecret', { siteId: site.id });
    setAnswer(rotated);
    setRotated(rotated.ok);
  };

  return (
    <SettingRow title={words.identity} hint={words.identityHint}>
      {answer?.ok && <CopyLine label={words.identitySecret} text={answer.data.secret} />}
      {answer && !answer.ok && (
        <p role="alert" class="wrong">
          {sentenceOf(answer.error)}
        </p>
      )}
      <p class="field-note" role="status">
        {isRotated ? words.identityRotated : words.identityNote}
      </p>
      <p>
        {answer?.ok ? (
          <button type="button" class="button" onClick={() => void rotate()}>
            {words.identityRotate}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => void show()}>
            {words.identityShow}
          </button>
        )}
      </p>
    </SettingRow>
  );
}
