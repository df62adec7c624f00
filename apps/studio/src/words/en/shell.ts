export const shell = {
  title: 'Neumann studio',
};
