/** Every state of the widget that `/demo/states` shows, in its order; the widget makes each of them from real parts. */
export const demoStates = [
  'open',
  'closed',
  'holiday',
  'nobody',
  'queue',
  'agentTyping',
  'agentLeft',
  'reconnecting',
  'offline',
  'httpDoor',
  'couldNotSend',
  'fileTooLarge',
  'storageBlocked',
  'blocked',
  'rated',
  'ticketPending',
  'ticketReopened',
  'incident',
  'upgrading',
] as const;
export type DemoState = (typeof demoStates)[number];
