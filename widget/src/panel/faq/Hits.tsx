import type { ArticleHit } from '@ventanilla/shared/entities/article';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import type { FaqProps } from './Faq.tsx';
import { onIcon } from './icons.ts';
import { Marked } from './Marked.tsx';
import { stepInto } from './steps.ts';

type HitsProps = PartScene<'faq'> & FaqProps;

/** One that is likely the answer stands by itself; what else may help, in a list. */
export function Hits(scene: HitsProps) {
  const { texts, finder } = scene;
  const { hits, state } = finder.finding();
  const [first, ...others] = hits;
  if (!first) return <Nothing {...scene} state={state} />;
  const isSure = first.confidence === 'card';
  const rows = isSure ? others : hits;
  return (
    <>
      {isSure && <Answer {...scene} hit={first} />}
      {rows.length > 0 && (
        <section class="section">
          <h3>{isSure ? texts.others : texts.maybe}</h3>
          <ul>
            {rows.map((hit) => (
              <li key={hit.id}>
                <button type="button" class="hit" onClick={() => open(scene, hit)} onKeyDown={stepInto}>
                  <span>
                    <Marked text={hit.title} ranges={hit.titleRanges} />
                    {hit.excerpt !== '' && (
                      <small>
                        <span class="sr">: </span>
                        <Marked text={hit.excerpt} ranges={hit.excerptRanges} />
                      </small>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function open({ actions }: HitsProps, { id }: ArticleHit): void {
  actions.show({ name: 'article', id });
}

function Answer({ hit, ...scene }: HitsProps & { hit: ArticleHit }) {
  const { texts } = scene;
  const { title, titleRanges, excerpt, excerptRanges } = hit;
  return (
    <section class="answer">
      <p>{texts.likely}</p>
      <h3>
        <Marked text={title} ranges={titleRanges} />
      </h3>
      {excerpt !== '' && (
        <p class="excerpt">
          <Marked text={excerpt} ranges={excerptRanges} />
        </p>
      )}
      <button
        type="button"
        aria-label={`${texts.read}: ${title}`}
        onClick={() => open(scene, hit)}
        onKeyDown={stepInto}
      >
        {texts.read}
        <Icon path={onIcon} turns />
      </button>
    </section>
  );
}

/** Said only once the question is whole: whoever is still typing is not interrupted. */
function Nothing({ texts, state }: HitsProps & { state: string }) {
  return (
    <div class="nothing" role="status">
      {state === 'done' && (
        <>
          <h3>{texts.none}</h3>
          <p>{texts.noneHint}</p>
        </>
      )}
      {state === 'failed' && <p>{texts.notSearched}</p>}
    </div>
  );
}
