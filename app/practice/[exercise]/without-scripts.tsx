import type { ExercisePage } from '#content/load';
import { PathLink } from '#components/path-link';
import { PlainForm } from './plain/plain-form.tsx';
import styles from './instructions.module.css';

/** Where scripts are off, this stands in place of the workbench: the same task, and a form that is graded. */
export function WithoutScripts({ page }: { page: ExercisePage }) {
  return (
    <noscript>
      <style>{inPlace}</style>
      <p className={styles.note}>
        Scripting is off, so your code is not run as you type. Write it here and submit it; the next page says how each
        test went. <PathLink href={`${page.path}/plain`}>Go on with what you submitted before</PathLink>.
      </p>
      <PlainForm page={page} drafts={{}} carried={{}} />
    </noscript>
  );
}

/** Hides what only works with scripts, and lets the task have the page, as wide as any other. */
const inPlace = [
  '[data-needs-scripts]{display:none!important}',
  '[data-workbench],[data-workbench] [data-panes]{display:block!important;height:auto!important}',
  '[data-workbench]{margin-inline:auto;max-width:calc(var(--page) + 2*var(--gutter));padding-inline:var(--gutter)}',
  '[data-workbench] section{overflow:visible!important}',
  '[data-workbench] section>div{max-width:52rem;padding-inline:0}',
].join('');
