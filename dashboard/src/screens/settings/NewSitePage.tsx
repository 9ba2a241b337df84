import { alwaysOpen, noIncident } from '@ventanilla/shared/entities/site';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { notice, sites } from '../../desk.ts';
import { locale, sentenceOf, texts } from '../../language.ts';
import { call } from '../../live.ts';
import { changeRow } from '../../model/directory.ts';
import { paths } from '../../paths.ts';
import { SiteFormRows } from './SiteFormRows.tsx';
import { fieldsOf, formOf, type SiteForm, type SiteProblems } from './site-form.ts';

/** Another site of this installation. It begins as the first one did. */
export function NewSitePage() {
  const { route } = useLocation();
  const [form, setForm] = useState<SiteForm>(newForm);
  const [problems, setProblems] = useState<SiteProblems>({});
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { settings, site: words } = texts.value;

  const create = async (): Promise<void> => {
    const checked = fieldsOf(form);
    if ('problems' in checked) {
      setProblems(checked.problems);
      setSaid(settings.checkFields);
      return;
    }
    setProblems({});
    setBusy(true);
    const answer = await call('site:create', checked.fields);
    setBusy(false);
    if (!answer.ok) {
      setSaid(sentenceOf(answer.error));
      return;
    }
    sites.value = changeRow(sites.value, answer.data.site);
    notice.value = words.created;
    route(paths.site(answer.data.site.id), true);
  };

  return (
    <form
      class="settings-page"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <header class="settings-bar">
        <h1>{words.createTitle}</h1>
        <span role="status" class="wrong">
          {said}
        </span>
        <button type="submit" class="button primary" disabled={isBusy}>
          {words.create}
        </button>
      </header>
      <p class="plain">{words.createSentence}</p>
      <SiteFormRows form={form} problems={problems} onChange={setForm} />
    </form>
  );
}

function newForm(): SiteForm {
  return formOf({
    name: '',
    origins: [],
    locale: locale.peek(),
    accent: '#2b49b5',
    position: 'end',
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    openingHours: alwaysOpen,
    closedDates: [],
    incident: noIncident,
    pickUpMs: 3 * 60_000,
    firstReplyMinutes: 480,
  });
}
