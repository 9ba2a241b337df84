import { doorEn } from './door/en.ts';
import type { DashboardTexts } from './es.ts';
import { firstEn } from './first/en.ts';
import { knowledgeEn } from './knowledge/en.ts';
import { settingsEn } from './settings/en.ts';
import { workEn } from './work/en.ts';

export const dashboardEn: DashboardTexts = { ...firstEn, ...workEn, ...settingsEn, ...doorEn, ...knowledgeEn };
