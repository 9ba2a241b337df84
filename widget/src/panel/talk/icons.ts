export const sendIcon = 'M12 19V5M6 11l6-6 6 6';
export const checkIcon = 'm5 12.5 4.5 4.5L19 7.5';
export const checksIcon = 'm2.5 12.5 4.5 4.5 9-9.5M12.5 16.5l.5.5 9-9.5';
export const clockIcon = 'M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 7v5l3.2 2';
