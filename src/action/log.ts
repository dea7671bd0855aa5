/**
 * Text for the log of a step. The runner takes a line that begins with `::`, and `##[` anywhere in a line, for a command:
 * what warehouses, models and documents say must not become one.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}
