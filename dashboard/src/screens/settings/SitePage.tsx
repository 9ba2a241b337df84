import { embedTag, fullPageAddress, type Site } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CopyLine } from '../../components/CopyLine.tsx';
import { isAdmin, publicUrl, sites } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { changeRow } from '../../model/directory.ts';
import { isAlwaysOpen, minutesPerWeek } from '../../model/opening-hours.ts';
import { lengthWords } from '../../time-words.ts';
import { IdentitySecret } from './IdentitySecret.tsx';
import { SettingRow } from './SettingRow.tsx';
import { SiteFormRows } from './SiteFormRows.tsx';
import { fieldsOf, formOf, onto, type SiteForm, type SiteProblems } from './site-form.ts';
import { TagState } from './TagState.tsx';

/** A site: its tag, and everything it promises. A newer version from elsewhere replaces the form only while it is untouched. */
export function SitePage({ site }: { site: Site }) {
  const [form, setForm] = useState<SiteForm>(() => formOf(site));
  /** The version that the form was begun on. */
  const [base, setBase] = useState(site);
  /** What the form holds when an answer comes, which may be more than when it was asked for. */
  const latest = useRef(form);
  latest.current = form;
  const [isTouched, setTouched] = useState(false);
  const [problems, setProblems] = useState<SiteProblems>({});
  const [state, setState] = useState<{ text: string; isBad: boolean; isBusy: boolean }>({
    text: '',
    isBad: false,
    isBusy: false,
  });
  const { settings, site: words, common } = texts.value;

  const restart = (from: Site): void => {
    setForm(formOf(from));
    setBase(from);
    setTouched(false);
    setProblems({});
  };
  useEffect(() => {
    if (!isTouched && site.version !== base.version) restart(site);
  }, [site.version, isTouched]);

  const say = (text: string, isBad: boolean): void => setState({ text, isBad, isBusy: false });
  const save = async (): Promise<void> => {
    const checked = fieldsOf(form);
    if ('problems' in checked) {
      setProblems(checked.problems);
      say(settings.checkFields, true);
      return;
    }
    setProblems({});
    setState({ text: common.saving, isBad: false, isBusy: true });
    const answer = await call('site:update', { siteId: site.id, version: base.version, ...checked.fields });
    if (answer.ok) {
      sites.value = changeRow(sites.value, answer.data.site);
      const isTypedOn = latest.current !== form;
      restart(answer.data.site);
      if (isTypedOn) {
        setForm(onto(answer.data.site, latest.current, form));
        setTouched(true);
      }
      say(isTypedOn ? '' : settings.saved, false);
    } else if (answer.error.code === 'conflict') {
      const newer = sites.value.get(site.id) ?? site;
      setForm(onto(newer, latest.current, formOf(base)));
      setBase(newer);
      say(settings.conflict, true);
    } else say(sentenceOf(answer.error), true);
  };

  return (
    <form
      class="settings-page"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header class="settings-bar">
        <h1>{site.name}</h1>
        <span role="status" class={state.isBad ? 'wrong' : 'faint'}>
          {state.text || (isTouched && settings.unsaved)}
        </span>
        {isTouched && (
          <>
            <button type="button" class="button quiet" disabled={state.isBusy} onClick={() => restart(site)}>
              {settings.discard}
            </button>
            <button type="submit" class="button primary" disabled={state.isBusy}>
              {common.save}
            </button>
          </>
        )}
      </header>
      <p class="plain">{isAdmin.value ? summaryOf(site) : settings.readOnly}</p>
      <SettingRow title={words.tag} hint={words.tagHint}>
        <CopyLine label={words.tagLabel} text={embedTag(publicUrl.value, site.key)} />
      </SettingRow>
      <TagState site={site} />
      <SettingRow title={words.fullPage} hint={words.fullPageHint}>
        <CopyLine label={words.fullPageLabel} text={fullPageAddress(publicUrl.value, site.key)} />
      </SettingRow>
      {isAdmin.value && <IdentitySecret key={site.id} site={site} />}
      <fieldset class="plain-fieldset" disabled={!isAdmin.value}>
        <SiteFormRows
          form={form}
          problems={problems}
          onChange={(next) => {
            setForm(next);
            setTouched(true);
            setState({ text: '', isBad: false, isBusy: false });
          }}
        />
      </fieldset>
    </form>
  );
}

/** What the settings mean, as one sentence. */
function summaryOf({ openingHours, timeZone, pickUpMs }: Site): string {
  const words = texts.value.site;
  const pickUp = lengthWords(pickUpMs);
  if (isAlwaysOpen(openingHours)) return fill(words.sentenceAlways, { pickUp });
  const week = minutesPerWeek(openingHours);
  const rest = week % 60;
  const hours = rest === 0 ? `${week / 60} h` : `${Math.floor(week / 60)} h ${rest} min`;
  return fill(words.sentence, { hours, zone: timeZone.replaceAll('_', ' '), pickUp });
}
