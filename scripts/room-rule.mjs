// The import rule of the house, as an ESLint rule: which room of src/ may import which. A room is a folder of src/ or a
// file directly in it.
import { dirname, relative, resolve, sep } from 'node:path';

const shared = ['finding', 'sql', 'text'];

/** What a room may import besides itself; `types` only as types. A room that is not listed may import nothing of ours. */
const rooms = {
  finding: { imports: [] },
  version: { imports: [] },
  text: { imports: ['finding'] },
  sql: { imports: ['finding', 'text'] },
  report: { imports: ['finding'] },
  context: { imports: shared },
  project: { imports: ['finding', 'text'] },
  evidence: { imports: shared, types: ['project'] },
  llm: { imports: shared, types: ['project'] },
  ingest: { imports: [...shared, 'context', 'llm'], types: ['evidence', 'project', 'report'] },
  publish: { imports: [...shared, 'context', 'report', 'version'] },
  run: { imports: [...shared, 'context', 'project', 'evidence', 'llm', 'ingest', 'publish', 'report', 'version'] },
  commands: { imports: [...shared, 'context', 'project', 'evidence', 'llm', 'ingest', 'publish', 'report', 'version', 'run'] },
  cli: { imports: ['commands', 'finding', 'version'] },
  action: { imports: [...shared, 'commands', 'publish', 'report', 'version'] },
  entry: { imports: ['cli', 'action'] },
};

/** Room of a path relative to src/: its first folder, or the file's own name. */
const roomOf = (path) => path.split(sep)[0].replace(/\.[cm]?[jt]s$/, '');

const isTypeOnly = (node) => node.importKind === 'type' || node.exportKind === 'type'
  || (node.specifiers?.length > 0 && node.specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'));

export const roomRule = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'], additionalProperties: false }],
    messages: {
      refused: '{{from}} may not import {{to}}; it may import {{allowed}}',
      typesOnly: '{{from}} may import only types of {{to}}: write import type',
    },
  },
  create(context) {
    const source = resolve(context.options[0].root);
    const file = relative(source, context.filename);
    if (file.startsWith('..')) return {};
    const from = roomOf(file);
    const { imports, types = [] } = rooms[from] ?? { imports: [] };
    const check = (node, specifier, typeOnly) => {
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
      const target = relative(source, resolve(dirname(context.filename), specifier));
      const to = target.startsWith('..') ? target : roomOf(target);
      if (to === from || imports.includes(to) || (typeOnly && types.includes(to))) return;
      const data = { from, to, allowed: [...imports, ...types.map((room) => `types of ${room}`)].join(', ') || 'nothing of ours' };
      context.report({ node, messageId: types.includes(to) ? 'typesOnly' : 'refused', data });
    };
    const declaration = (node) => check(node, node.source?.value, isTypeOnly(node));
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value, true),
    };
  },
};
