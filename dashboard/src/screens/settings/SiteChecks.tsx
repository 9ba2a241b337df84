import type { SiteId } from '@ventanilla/shared/ids';
import { sites } from '../../desk.ts';
import { texts } from '../../language.ts';

interface SiteChecksProps {
  chosen: readonly SiteId[];
  problem: string;
  onChange: (chosen: readonly SiteId[]) => void;
}

/** For which sites somebody answers: at least one. */
export function SiteChecks({ chosen, problem, onChange }: SiteChecksProps) {
  return (
    <fieldset class="checks">
      <legend>{texts.value.team.sites}</legend>
      {[...sites.value.values()].map((site) => (
        <label key={site.id} class="check-line">
          <input
            type="checkbox"
            checked={chosen.includes(site.id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, site.id] : chosen.filter((id) => id !== site.id))
            }
          />
          {site.name}
        </label>
      ))}
      {problem && <p class="field-note wrong">{problem}</p>}
    </fieldset>
  );
}
