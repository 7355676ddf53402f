import { pageRows, type PageRow } from './pages.ts';
import { actors, routeRows, type RouteRow } from './routes.ts';

/** `docs/access-control.md`, made of the tables that are tested. */
export function accessMarkdown(): string {
  return [
    '# Access control',
    '',
    'Made of the tables in `tests/app/access/` by `vitest -u`; every cell is a test, and a route or page that is missing fails one. Each row is tried with the data of one learner in the database: _learner_ is whose data it is, _guest_, _other_ (another account) and _owner_ (whoever runs the server) try to reach it, by its id where the route takes one, and otherwise act on what is their own. Nothing of the learner’s may be in an answer to anybody else, and no row of theirs may change; the owner may mark a report of theirs as done, and reads what the pages below `/operator` show.',
    '',
    '## Routes',
    '',
    'Numbers are HTTP statuses. From another site every method but GET answers 403, whoever is signed in; GET changes nothing.',
    '',
    ...table(
      ['Route', 'Method', 'What it does', ...actors.map(capital), 'From another site'],
      routeRows.map(routeCells),
    ),
    '',
    '## Pages',
    '',
    ...table(['Page', 'What it shows', ...actors.map(capital)], pageRows.map(pageCells)),
    '',
    'Pages that are the same for everybody are files: they can reach neither a cookie nor the database. What is personal on them is fetched from `/api/me`.',
    '',
  ].join('\n');
}

function routeCells({ route, method, does, answers }: RouteRow): string[] {
  return [`\`/${route}\``, method, does, ...answers.map(String), method === 'GET' ? 'not readable' : '403'];
}

function pageCells({ page, what, ...row }: PageRow): string[] {
  return [`\`/${page.replaceAll(/\/\(.*?\)/g, '')}\``, what, ...actors.map((actor) => pageCell(row, actor))];
}

function pageCell(
  { shows, accountsOnly, ownOnly }: Omit<PageRow, 'page' | 'what'>,
  actor: (typeof actors)[number],
): string {
  if (shows === 'everybody') return 'the same';
  if (shows === 'owner') return actor === 'owner' ? 'yes' : '404';
  if (shows === 'link') return 'with the link';
  if (ownOnly && actor !== 'learner') return '404';
  return accountsOnly && (actor === 'nobody' || actor === 'guest') ? 'sign-in' : 'own';
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
