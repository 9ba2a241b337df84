import type { ArticleRef } from '@ventanilla/shared/entities/article';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { articleIcon } from './icons.ts';
import { stepInto } from './steps.ts';

interface RowsProps {
  title: string;
  rows: readonly ArticleRef[];
}

/** Articles by their titles. */
export function Rows({ title, rows, actions }: Pick<PartScene<'faq'>, 'actions'> & RowsProps) {
  return (
    <section class="section">
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              class="hit"
              onClick={() => actions.show({ name: 'article', id: row.id })}
              onKeyDown={stepInto}
            >
              <Icon path={articleIcon} />
              <span>{row.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
