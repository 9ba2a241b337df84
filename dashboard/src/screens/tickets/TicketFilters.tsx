import { everyTicket, sameFilter, type TicketFilter } from '@ventanilla/shared/state/ticket-list';
import {
  priorities,
  responsibles,
  ticketOrders,
  ticketReasons,
  ticketStatuses,
  ticketTypes,
  unsolved,
} from '@ventanilla/shared/vocabulary';
import { useId } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';

/** Questions a list answers together, and its order. Each choice is an address of its own. */
export function TicketFilters({ filter }: { filter: TicketFilter }) {
  const { route } = useLocation();
  const { tickets: words, status, reason, type, priority } = texts.value;
  const choose = (part: Partial<TicketFilter>): void => route(paths.ticketList({ ...filter, ...part }));
  return (
    <div class="filters">
      <Choice
        label={words.status}
        chosen={filter.status}
        choices={[
          ['', words.anyStatus],
          [unsolved, words.view.unsolved],
          ...ticketStatuses.map((name) => [name, status[name]] as const),
        ]}
        onChoose={(chosen) => choose({ status: chosen })}
      />
      <Choice
        label={words.responsible}
        chosen={filter.responsible}
        choices={responsibles.map((name) => [name, words.responsibles[name]] as const)}
        onChoose={(chosen) => choose({ responsible: chosen })}
      />
      <Choice
        label={words.priority}
        chosen={filter.priority}
        choices={[['', words.anyPriority], ...[...priorities].reverse().map((name) => [name, priority[name]] as const)]}
        onChoose={(chosen) => choose({ priority: chosen })}
      />
      <Choice
        label={words.type}
        chosen={filter.type}
        choices={[['', words.anyType], ...ticketTypes.map((name) => [name, type[name]] as const)]}
        onChoose={(chosen) => choose({ type: chosen })}
      />
      <Choice
        label={words.reason}
        chosen={filter.reason}
        choices={[['', words.anyReason], ...ticketReasons.map((name) => [name, reason[name]] as const)]}
        onChoose={(chosen) => choose({ reason: chosen })}
      />
      <Choice
        label={words.order}
        chosen={filter.order}
        choices={ticketOrders.map((name) => [name, words.orders[name]] as const)}
        onChoose={(chosen) => choose({ order: chosen })}
      />
      {!sameFilter(filter, everyTicket) && (
        <a class="link" href={paths.ticketList(everyTicket)}>
          {words.clear}
        </a>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  chosen: Value;
  choices: readonly (readonly [value: Value, name: string])[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, chosen, choices, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span class={chosen === choices[0]?.[0] ? 'filter' : 'filter set'}>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const choice = choices.find(([value]) => value === event.currentTarget.value);
          if (choice) onChoose(choice[0]);
        }}
      >
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
