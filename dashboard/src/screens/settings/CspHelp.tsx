import type { CspDirective } from '@ventanilla/shared/vocabulary';
import { CopyLine } from '../../components/CopyLine.tsx';
import { publicUrl } from '../../desk.ts';
import { texts } from '../../language.ts';
import { cspLines, isUnsafe } from './csp-lines.ts';
import { SettingRow } from './SettingRow.tsx';

/** For pages with a Content-Security-Policy: exactly what to add to it. `blocked`: what a page has just complained about. */
export function CspHelp({ blocked }: { blocked: CspDirective | '' }) {
  const words = texts.value.site;
  const isTypes = blocked === 'trusted-types' || blocked === 'require-trusted-types-for';
  return (
    <SettingRow title={words.csp} hint={words.cspHint}>
      {isUnsafe(publicUrl.value) && <p class="wrong">{words.cspHttp}</p>}
      {cspLines(publicUrl.value).map(({ directive, way, text }) => (
        <div key={way} class={directive === blocked ? 'csp-line blocked' : 'csp-line'}>
          <p>
            {words.cspAdd[way]} {directive === blocked && <b class="wrong">{words.cspBlocked}</b>}
          </p>
          <CopyLine label={words.cspAdd[way]} text={text} />
        </div>
      ))}
      <p class="field-note">{isTypes ? words.cspTypesBlocked : words.cspNote}</p>
    </SettingRow>
  );
}
