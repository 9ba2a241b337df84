import { launcherPositions, locales } from '@ventanilla/shared/vocabulary';
import { Field } from '../../components/Field.tsx';
import { texts } from '../../language.ts';
import { ClosedDatesEditor } from './ClosedDatesEditor.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { IncidentEditor } from './IncidentEditor.tsx';
import { LogoEditor } from './LogoEditor.tsx';
import { SettingRow } from './SettingRow.tsx';
import { SitePreview } from './SitePreview.tsx';
import type { SiteForm, SiteProblems } from './site-form.ts';

interface SiteFormRowsProps {
  form: SiteForm;
  problems: SiteProblems;
  onChange: (form: SiteForm) => void;
}

/** Every setting of a site, for a new one as for an old one. */
export function SiteFormRows({ form, problems, onChange }: SiteFormRowsProps) {
  const words = texts.value.site;
  const set = (part: Partial<SiteForm>): void => onChange({ ...form, ...part });
  return (
    <>
      <SettingRow title={words.name} hint={words.nameHint}>
        <Field label={words.name} {...(problems.name && { problem: problems.name })}>
          {(tied) => (
            <input {...tied} class="input" value={form.name} onInput={(e) => set({ name: e.currentTarget.value })} />
          )}
        </Field>
      </SettingRow>
      <SettingRow title={words.origins} hint={words.originsHint}>
        <Field label={words.originsLabel} {...(problems.origins && { problem: problems.origins })}>
          {(tied) => (
            <textarea
              {...tied}
              class="input area code"
              rows={3}
              spellcheck={false}
              value={form.origins}
              onInput={(e) => set({ origins: e.currentTarget.value })}
            />
          )}
        </Field>
      </SettingRow>
      <SettingRow title={words.hours} hint={words.hoursHint}>
        <HoursEditor
          hours={form.openingHours}
          problem={problems.openingHours ?? ''}
          onChange={(openingHours) => set({ openingHours })}
        />
        <Field label={words.zone} hint={words.zoneHint}>
          {(tied) => (
            <select
              {...tied}
              class="input"
              value={form.timeZone}
              onChange={(e) => set({ timeZone: e.currentTarget.value })}
            >
              {zonesWith(form.timeZone).map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      </SettingRow>
      <SettingRow title={words.closedDates} hint={words.closedDatesHint}>
        <ClosedDatesEditor
          closedDates={form.closedDates}
          problem={problems.closedDates ?? ''}
          onChange={(closedDates) => set({ closedDates })}
        />
      </SettingRow>
      <SettingRow title={words.incident} hint={words.incidentHint}>
        <IncidentEditor
          incident={form.incident}
          problem={problems.incident ?? ''}
          onChange={(incident) => set({ incident })}
        />
      </SettingRow>
      <SettingRow title={words.promise} hint={words.promiseHint}>
        <Field
          label={words.pickUp}
          hint={words.pickUpHint}
          {...(problems.pickUpMinutes && { problem: problems.pickUpMinutes })}
        >
          {(tied) => (
            <input
              {...tied}
              class="input number"
              inputMode="decimal"
              value={form.pickUpMinutes}
              onInput={(e) => set({ pickUpMinutes: e.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={words.firstReply}
          hint={words.firstReplyHint}
          {...(problems.firstReplyMinutes && { problem: problems.firstReplyMinutes })}
        >
          {(tied) => (
            <input
              {...tied}
              class="input number"
              inputMode="numeric"
              value={form.firstReplyMinutes}
              onInput={(e) => set({ firstReplyMinutes: e.currentTarget.value })}
            />
          )}
        </Field>
      </SettingRow>
      <SettingRow title={words.look} hint={words.lookHint}>
        <div class="field-row">
          <Field label={words.accent}>
            {(tied) => (
              <input
                {...tied}
                class="color"
                type="color"
                value={form.accent}
                onInput={(e) => set({ accent: e.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={words.position}>
            {(tied) => (
              <select
                {...tied}
                class="input"
                value={form.position}
                onChange={(e) =>
                  set({ position: launcherPositions.find((p) => p === e.currentTarget.value) ?? form.position })
                }
              >
                {launcherPositions.map((position) => (
                  <option key={position} value={position}>
                    {words.positions[position]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.locale}>
            {(tied) => (
              <select
                {...tied}
                class="input"
                value={form.locale}
                onChange={(e) => set({ locale: locales.find((l) => l === e.currentTarget.value) ?? form.locale })}
              >
                {locales.map((locale) => (
                  <option key={locale} value={locale}>
                    {words.languages[locale]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <LogoEditor logo={form.logo} problem={problems.logo ?? ''} onChange={(logo) => set({ logo })} />
        <SitePreview
          name={form.name}
          logo={form.logo}
          accent={form.accent}
          position={form.position}
          locale={form.locale}
        />
      </SettingRow>
    </>
  );
}

function zonesWith(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(current) ? known : [current, ...known];
}
