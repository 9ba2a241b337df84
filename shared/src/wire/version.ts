/** The server accepts the current protocol and the previous one; within one, changes only add optional fields. */
export const protocol = 1;
export const acceptedProtocols: readonly number[] = [1];
