import { fill } from '@ventanilla/shared/i18n/fill';
import { messageLength } from '@ventanilla/shared/limits';
import type { PartScene } from '../parts.ts';
import css from './closed.css?inline';
import { hoursRows, otherPlace } from './hours.ts';

export const styles: string = css;

/** Nobody is there: a message can be left here and now, with the promise it gets, and the hours. */
export function Closed(scene: PartScene<'closed'>) {
  const { texts, times, now, availability, draft, actions } = scene;
  return (
    <>
      <section class="section">
        <h3>{texts.title}</h3>
        <textarea
          class="area"
          rows={3}
          aria-label={texts.message}
          placeholder={texts.hint}
          maxLength={messageLength}
          value={draft('message')}
          onInput={(event) => actions.setDraft('message', event.currentTarget.value)}
        />
        {availability && <p class="note">{fill(texts.promise, { when: times.by(availability.replyBy, now) })}</p>}
      </section>
      {availability?.week && availability.opensAt > 0 && <Hours {...scene} week={availability.week} />}
    </>
  );
}

/** Below the promise: why today is not like the week says. */
export function Holiday({ texts, availability }: PartScene<'closed'>) {
  const holiday = availability?.holiday;
  if (!holiday) return null;
  return <b>{holiday.name === '' ? texts.holidayUnnamed : fill(texts.holiday, { name: holiday.name })}</b>;
}

type Week = NonNullable<NonNullable<PartScene<'closed'>['availability']>['week']>;

function Hours({ week, texts, times, now, availability }: PartScene<'closed'> & { week: Week }) {
  const place = otherPlace(week.timeZone, now);
  return (
    <section class="section">
      <h3>{place === '' ? texts.hours : fill(texts.hoursAt, { place })}</h3>
      <dl class="hours">
        {hoursRows(week, times.language, texts, now, !availability?.holiday).map(({ days, hours, isToday }) => (
          <div key={days} class={isToday ? 'now' : ''}>
            <dt>{days}</dt>
            <dd>{hours}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
