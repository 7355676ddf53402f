import { dayIn, statement, type Block, type Report } from './report.ts';

/** The report as one HTML file that needs nothing else: no script, no font, no address is in it. */
export function reportFile(report: Report, { zone }: { zone: string }): string {
  const { name, asOf, summary, graded, selfReported, rules } = report;
  const day = dayIn(asOf, zone);
  const title = name ? `Readiness report of ${name}` : 'Readiness report';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}, ${escaped(day)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>As of ${escaped(day)}. ${escaped(summary)}</p>
<p class="statement">${escaped(statement)}</p>
</header>
<main>
<section class="part"><h2>Graded by machine</h2>
${graded.map(block).join('\n')}
</section>
<section class="part own"><h2>Self-reported, graded by nobody</h2>
${selfReported.map(block).join('\n')}
</section>
<section class="part"><h2>${escaped(rules.title)}</h2>
${content(rules)}
</section>
</main>
</body>
</html>
`;
}

function block(each: Block): string {
  return `<section>
<h3>${escaped(each.title)}</h3>
${content(each)}
</section>`;
}

function content({ sentences, table }: Block): string {
  return `${sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n')}
${table ? tableOf(table) : ''}`;
}

function tableOf({ columns, rows }: NonNullable<Block['table']>): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Not the page's own: the file has to look the same without the server, in twenty years. */
const style = `
body { color-scheme: light dark; font: 1rem/1.5 'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; margin: 2rem auto; max-width: 52rem; padding-inline: 1rem; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.5rem; } h3 { font-size: 1.125rem; margin-bottom: 0.25rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
th, td { border-bottom: 1px solid #8888; font-weight: 400; padding: 0.25rem 1rem 0.25rem 0; text-align: start; vertical-align: baseline; }
thead th { font-size: 0.875rem; }
.statement { border-inline-start: 3px solid; padding-inline-start: 1rem; }
.part { border-top: 2px solid; margin-top: 2.5rem; }
.own { border-top-style: dashed; }
.part section { break-inside: avoid; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; } }
`;
