import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/marks.css';
import './styles/blank.css';
import './styles/frame.css';
import './styles/overlay.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { keepTime } from './clock.ts';
import { listenToKeys } from './keys.ts';
import { loadFirstLanguage } from './language.ts';
import { applyTheme } from './theme.ts';

applyTheme();
keepTime();
listenToKeys();
await loadFirstLanguage();
render(<App />, document.getElementById('app') ?? document.body);
