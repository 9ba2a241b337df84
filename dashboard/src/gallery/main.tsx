import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/marks.css';
import '../styles/blank.css';
import '../styles/frame.css';
import '../styles/overlay.css';
import { aMoment } from '@ventanilla/shared/testing/builders';
import { locales } from '@ventanilla/shared/vocabulary';
import { render } from 'preact';
import { App } from '../App.tsx';
import { stopTimeAt } from '../clock.ts';
import { listenToKeys } from '../keys.ts';
import { chooseLanguage } from '../language.ts';
import { useConnection } from '../live.ts';
import { applyTheme, chooseTheme, themes } from '../theme.ts';
import { type SceneName, scenes } from './scenes.ts';
import { deskAnswering } from './scripted-desk.ts';

/** `gallery.html?scene=conflict&language=en&theme=dark`: one screen in one state, at one moment, without a server. */
const asked = new URLSearchParams(location.search);
const name = Object.keys(scenes).find((known): known is SceneName => known === asked.get('scene'));

stopTimeAt(aMoment);
listenToKeys();
applyTheme();
chooseTheme(themes.find((theme) => theme === asked.get('theme')) ?? 'light');
await chooseLanguage(locales.find((locale) => locale === asked.get('language')) ?? 'es');
render(name ? <Scene name={name} /> : <Contents />, document.getElementById('app') ?? document.body);

function Scene({ name }: { name: SceneName }) {
  const { path, answers, show } = scenes[name];
  history.replaceState(null, '', path);
  useConnection(deskAnswering(answers));
  show();
  return <App />;
}

function Contents() {
  return (
    <ul>
      {Object.keys(scenes).map((scene) => (
        <li key={scene}>
          <a class="link" href={`?scene=${scene}`}>
            {scene}
          </a>
        </li>
      ))}
    </ul>
  );
}
