import { doorEs } from './door/es.ts';
import { firstEs } from './first/es.ts';
import { knowledgeEs } from './knowledge/es.ts';
import { settingsEs } from './settings/es.ts';
import { workEs } from './work/es.ts';

/** Everything the dashboard says in Spanish (tú); pages load the areas they need. */
export const dashboardEs = { ...firstEs, ...workEs, ...settingsEs, ...doorEs, ...knowledgeEs };

export type DashboardTexts = typeof dashboardEs;
