// Lint looks for bugs, not taste. What is off below has its reason beside it.
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { roomRule } from './scripts/room-rule.mjs';

const root = import.meta.dirname;

const plain = {
  'no-undef': 'off',
  'no-unused-vars': 'error',
  'no-unreachable': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unused-private-class-members': 'error',
  'no-control-regex': 'error',
  'no-loss-of-precision': 'error',
  'require-atomic-updates': 'off',
  'array-callback-return': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
};

export default tseslint.config(
  { ignores: ['dist/', 'lib/', 'examples/', '**/node_modules/', '.ktx/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { house: { rules: { rooms: roomRule } } },
    rules: {
      ...plain,
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Numbers and booleans print as anybody would expect.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Outside data is checked even where a cast promised its shape, and a cast may say what a reader needs to know.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // An arrow whose whole body is one call is read at once.
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    // Keys and steps of YAML are unknown to the types; what is no scalar was ruled out before they are printed.
    files: ['src/text/yaml-*.ts'],
    rules: { '@typescript-eslint/no-base-to-string': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // Tests plant such texts on purpose.
      'no-template-curly-in-string': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'house/rooms': ['error', { root: join(root, 'src') }] },
  },
  { files: ['**/*.mjs'], rules: plain },
);
