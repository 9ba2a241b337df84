import { fill } from '@ventanilla/shared/i18n/fill';
import { priorityOf } from '@ventanilla/shared/priority';
import { type Level, levels } from '@ventanilla/shared/vocabulary';
import { useRef } from 'preact/hooks';
import { texts } from '../../language.ts';

interface PriorityMatrixProps {
  urgency: Level;
  impact: Level;
  /** It can only be read. */
  isFixed: boolean;
  onChoose: (urgency: Level, impact: Level) => void;
}

const urgencies = [...levels].reverse();

/** TK5: nine answers with the priority that each makes. Arrows move, Enter chooses; one stop for Tab. */
export function PriorityMatrix({ urgency, impact, isFixed, onChoose }: PriorityMatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  const { ticket: words, ...names } = texts.value;

  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const cells = [...(table.current?.querySelectorAll('button') ?? [])];
    const at = cells.findIndex((cell) => cell === document.activeElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const leavesRow =
      Math.abs(step) === 1 && Math.floor((at + step) / levels.length) !== Math.floor(at / levels.length);
    if (!leavesRow) cells[at + step]?.focus();
  };

  return (
    <table class="matrix" aria-label={words.matrix} ref={table} onKeyDown={move}>
      <tbody>
        {urgencies.map((row, index) => (
          <tr key={row}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={levels.length} class="axis">
                <span>{words.urgency}</span>
              </th>
            )}
            <th scope="row">{names.urgency[row]}</th>
            {levels.map((column) => {
              const priority = priorityOf(row, column);
              const isChosen = row === urgency && column === impact;
              const name = { urgency: names.urgency[row], impact: names.impact[column] };
              return (
                <td key={column}>
                  <button
                    type="button"
                    class={priority}
                    aria-pressed={isChosen}
                    aria-label={fill(words.cell, { ...name, priority: names.priority[priority] })}
                    tabIndex={isChosen ? 0 : -1}
                    disabled={isFixed}
                    onClick={() => onChoose(row, column)}
                  >
                    {names.priority[priority]}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2} />
          {levels.map((column) => (
            <th key={column} scope="col">
              {names.impact[column]}
            </th>
          ))}
        </tr>
        <tr>
          <td colSpan={2} />
          <th scope="colgroup" colSpan={levels.length} class="axis">
            {words.impact}
          </th>
        </tr>
      </tfoot>
    </table>
  );
}

const steps: Record<string, number | undefined> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -levels.length,
  ArrowDown: levels.length,
};
