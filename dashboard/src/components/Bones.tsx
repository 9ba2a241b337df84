import { texts } from '../language.ts';

/** Where rows will be. They do not move; the word is for those who do not see them. */
export function Bones({ rows }: { rows: number }) {
  return (
    <div class="bones">
      <span class="sr-only" role="status">
        {texts.value.frame.opening}
      </span>
      {Array.from({ length: rows }, (_row, index) => (
        <div class="bone-row" key={index} aria-hidden="true">
          <span class="bone round" />
          <span class="bone short" />
          <span class="bone" />
        </div>
      ))}
    </div>
  );
}
