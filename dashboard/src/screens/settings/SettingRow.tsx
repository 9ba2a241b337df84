import type { ComponentChildren } from 'preact';

/** One thing that can be set: what it is and why on the left, the controls on the right. */
export function SettingRow({ title, hint, children }: { title: string; hint: string; children: ComponentChildren }) {
  return (
    <section class="setting-row">
      <h2>
        {title}
        <small>{hint}</small>
      </h2>
      <div class="setting-controls">{children}</div>
    </section>
  );
}
