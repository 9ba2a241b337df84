export const sendIcon = 'M12 19V5M6 11l6-6 6 6';
export const checkIcon = 'm5 12.5 4.5 4.5L19 7.5';
export const checksIcon = 'm2.5 12.5 4.5 4.5 9-9.5M12.5 16.5l.5.5 9-9.5';
export const clipIcon =
  'M20 11.5l-8.5 8.5a5 5 0 0 1-7-7L13 4.5a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8';
