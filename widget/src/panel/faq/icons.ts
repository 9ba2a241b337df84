export const articleIcon = 'M6 3.5h8l4 4v13H6ZM14 3.5v4h4M9 12h6M9 16h6';
export const onIcon = 'm9 5 7 7-7 7';
