export type * from '../storage/rows.ts';
