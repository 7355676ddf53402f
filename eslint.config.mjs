import next from '@next/eslint-plugin-next';
import { defineConfig, globalIgnores } from 'eslint/config';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Who may import what; docs/architecture.md explains the table. `#name/…` is the only way from one folder to another. */
const folders = ['app', 'components', 'content', 'db', 'lib', 'sandbox', 'scripts'];
const mayImport = {
  lib: ['lib'],
  components: ['components', 'lib'],
  content: ['content', 'lib'],
  db: ['db', 'lib'],
  sandbox: ['sandbox', 'lib'],
};
const exceptions = { sandbox: ['!#content/exercise'] };

const importRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  ignores: ['content/tracks/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...folders.filter((name) => !allowed.includes(name)).map((name) => `#${name}/*`),
              ...(exceptions[folder] ?? []),
            ],
            message: `${folder}/ may import ${allowed.join(' and ')} alone.`,
          },
          ...(folder === 'app' ? [] : [{ group: ['next', 'next/*'], message: 'Only app/ knows Next.' }]).filter(
            () => folder !== 'components',
          ),
          { group: ['../../*'], message: 'Use #folder/file from one folder to another.' },
        ],
      },
    ],
  },
}));

export default defineConfig(
  globalIgnores([
    '.next/**',
    '.content/**',
    '.cache/**',
    'data/**',
    'next-env.d.ts',
    'content/tracks/**',
    'scripts/bench/content/**',
    'test-results/**',
  ]),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `list[i]!` after a check of the length is clearer than a branch that cannot happen.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': ['error', { allow: ['error', 'warn', 'info'] }],
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'],
    extends: [next.configs['core-web-vitals'], hooks.configs.flat.recommended],
  },
  ...importRules,
);
