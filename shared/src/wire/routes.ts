import { filePath } from './file.ts';
import type { Caller } from './spec.ts';

/** Every HTTP route that is not a command, with who may use it. A route that is not here is not served. */
export interface RouteSpec {
  method: 'GET' | 'POST';
  path: string;
  /** `participant`: a visitor with their bearer, or an agent with their cookie. */
  by: Caller | 'participant';
  /** Why it exists, in a few words. */
  about: string;
}

export const routes = {
  home: { method: 'GET', path: '/', by: 'anyone', about: 'leads to the dashboard' },
  demo: {
    method: 'GET',
    path: '/demo',
    by: 'anyone',
    about: 'a page with the widget; only while the public URL is loopback or DEMO is set',
  },
  demoStates: {
    method: 'GET',
    path: '/demo/states',
    by: 'anyone',
    about: 'every state of the widget, for looking; where /demo is',
  },
  dashboard: { method: 'GET', path: '/dashboard/*', by: 'anyone', about: 'the dashboard, without any data' },
  embed: { method: 'GET', path: '/w/:file', by: 'anyone', about: "a site's loader with its public settings" },
  widgetChunk: { method: 'GET', path: '/w/chunks/:file', by: 'anyone', about: "the widget's hashed chunks" },
  siteLogo: {
    method: 'GET',
    path: '/w/logo/:file',
    by: 'anyone',
    about: "a site's own picture; another name for each",
  },
  tagReport: {
    method: 'GET',
    path: '/w/report/:key',
    by: 'anyone',
    about:
      "`?directive=connect-src`: the page's own policy stops the widget; an empty module, so that a script can ask for it",
  },
  fullPage: { method: 'GET', path: '/c/:site', by: 'anyone', about: 'the panel as a page of our own, or a plain form' },
  fullPageForm: {
    method: 'POST',
    path: '/c/:site',
    by: 'anyone',
    about: 'what the plain form sends; from that page alone, with its cookie once there is one',
  },
  fullPageSheet: {
    method: 'GET',
    path: '/c/:site/page.css',
    by: 'anyone',
    about: "its style sheet in the site's colours",
  },
  fullPageFile: {
    method: 'GET',
    path: '/c/:site/file/:file',
    by: 'anyone',
    about: "a file of the conversation that the page's cookie stands for; not there for everybody else",
  },
  ticketPage: {
    method: 'GET',
    path: '/t',
    by: 'anyone',
    about: "a ticket's page, without any data: the link's secret is in the fragment",
  },
  live: { method: 'GET', path: '/health/live', by: 'anyone', about: 'the process runs' },
  ready: { method: 'GET', path: '/health/ready', by: 'anyone', about: 'the database answers and writes' },
  metrics: {
    method: 'GET',
    path: '/metrics',
    by: 'anyone',
    about: 'Prometheus; from this machine or with METRICS_TOKEN',
  },
  signIn: { method: 'POST', path: '/api/auth/sign-in/email', by: 'anyone', about: 'opens an agent session' },
  signOut: { method: 'POST', path: '/api/auth/sign-out', by: 'agent', about: 'ends it and its open sockets' },
  session: { method: 'GET', path: '/api/auth/get-session', by: 'anyone', about: 'who am I; null when nobody' },
  requestReset: {
    method: 'POST',
    path: '/api/auth/request-password-reset',
    by: 'anyone',
    about: 'mails a reset link; the same answer for every address',
  },
  resetPassword: {
    method: 'POST',
    path: '/api/auth/reset-password',
    by: 'anyone',
    about: 'trades the link for a new password and ends all sessions',
  },
  uploadFile: {
    method: 'POST',
    path: filePath,
    by: 'participant',
    about: 'keeps the body as a file that a message of its sender may carry',
  },
  downloadFile: {
    method: 'GET',
    path: `${filePath}/:file`,
    by: 'participant',
    about: 'a file of a conversation that the caller may read',
  },
  changePassword: { method: 'POST', path: '/api/auth/change-password', by: 'agent', about: 'ends all other sessions' },
} as const satisfies Record<string, RouteSpec>;
export type RouteName = keyof typeof routes;
