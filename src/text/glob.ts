/**
 * A glob over ids such as `measure:warehouse/orders.revenue`: `*` stands for anything but a slash, `**` for anything, `?` for one
 * character but a slash; every other character, brackets too, is itself. Matched whole.
 */
export function globPattern(glob: string): RegExp {
  const source = glob.replaceAll(/\*\*|[*?]|[\\^$.|+()[\]{}]/g, (part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : `\\${part}`));
  return new RegExp(`^${source}$`, 'su');
}
