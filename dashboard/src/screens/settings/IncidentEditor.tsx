import type { Incident } from '@ventanilla/shared/entities/site';
import { limits } from '@ventanilla/shared/limits';
import { locales } from '@ventanilla/shared/vocabulary';
import { Field } from '../../components/Field.tsx';
import { texts } from '../../language.ts';

interface IncidentEditorProps {
  incident: Incident;
  problem: string;
  onChange: (incident: Incident) => void;
}

/** What is wrong just now, said to everybody who opens the widget; the words stay for the next time. */
export function IncidentEditor({ incident, problem, onChange }: IncidentEditorProps) {
  const words = texts.value.site;
  return (
    <>
      <label class="check-line">
        <input
          type="checkbox"
          checked={incident.isOn}
          onChange={(e) => onChange({ ...incident, isOn: e.currentTarget.checked })}
        />
        {words.incidentOn}
      </label>
      {locales.map((locale) => (
        <Field key={locale} label={words.incidentTexts[locale]} {...(locale === locales[0] && problem && { problem })}>
          {(tied) => (
            <textarea
              {...tied}
              class="input area"
              rows={3}
              lang={locale}
              maxLength={limits.incidentLength}
              value={incident.texts[locale]}
              onInput={(e) => onChange({ ...incident, texts: { ...incident.texts, [locale]: e.currentTarget.value } })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
