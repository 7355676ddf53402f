import path from 'node:path';
import { type AnswersSource, ContentError, type Exercise } from '#content/exercise';
import { kinds } from '#content/kinds';

type Source<Kind> = Extract<AnswersSource, { kind: Kind }>;
type Report = (problem: string, remedy: string) => void;

const decoysMin = 2;

/** A learner gives answers in place of code, so there are no tests and no wrong solutions. */
export const hasAnswers = ({ meta }: Exercise): boolean => kinds[meta.kind].answerFile !== null;

/** A review can be helped along. A question cannot without answering it, and a text has its prompts. */
export const hintCountOf = ({ meta }: Exercise): 0 | 3 => (meta.kind === 'quiz' || meta.kind === 'write' ? 0 : 3);

/** What can be said about a review, a quiz or a text without judging any answers. Returns every problem. */
export function checkAnswersText({ folder, answers }: Exercise): ContentError[] {
  const problems: ContentError[] = [];
  const reportOn =
    (name: string): Report =>
    (problem, remedy) =>
      problems.push(new ContentError(path.join(folder, name), problem, remedy));
  switch (answers?.kind) {
    case 'review':
      checkReview(answers, reportOn('findings.yaml'));
      break;
    case 'quiz':
      checkQuiz(answers, reportOn('questions.yaml'));
      break;
    case 'write':
      checkWrite(answers, reportOn('rubric.yaml'), reportOn('model.md'));
      break;
  }
  return problems;
}

function checkReview({ artefact, defects, findings }: Source<'review'>, report: Report): void {
  for (const id of twice(defects.map((defect) => defect.id))) report(`has two defects with the id ${id}`, rename);
  for (const id of twice(findings.map((finding) => finding.id))) report(`has two findings with the id ${id}`, rename);
  for (const name of twice(defects.map((defect) => defect.name.toLowerCase()))) {
    report(`offers "${name}" twice`, 'Give each defect a name of its own');
  }
  for (const { id, lines } of findings) {
    const last = Math.max(...lines.map(({ to }) => to));
    if (last > artefact.lines.length) {
      report(
        `has the finding ${id} on line ${last}, and ${artefact.name} has ${artefact.lines.length}`,
        'Count the lines of the artefact again',
      );
      continue;
    }
    const empty = lines.find(({ from, to }) => artefact.lines.slice(from - 1, to).every((line) => line.trim() === ''));
    if (empty) report(`has the finding ${id} where ${artefact.name} is empty`, 'Count the lines of the artefact again');
  }
  checkDefects(defects, findings, report);
  checkOverlaps(findings, report);
  if (!findings.some(({ severity }) => severity === 'major')) {
    report('has no major finding', 'Say which ones a reviewer must not miss');
  }
}

function checkDefects(
  defects: Source<'review'>['defects'],
  findings: Source<'review'>['findings'],
  report: Report,
): void {
  for (const { id, defect } of findings) {
    if (!defects.some((offered) => offered.id === defect)) {
      report(`has the finding ${id} with the defect ${defect}, which is not in the list`, 'Add it to defects');
    }
  }
  for (const { id, decoy } of defects) {
    const isThere = findings.some(({ defect }) => defect === id);
    if (isThere && decoy !== undefined) {
      report(`has ${id} as a decoy and as a finding`, 'Remove decoy, or the finding');
    }
    if (!isThere && decoy === undefined) {
      report(`offers ${id}, which no finding has`, 'Say in decoy why the artefact is free of it, or add the finding');
    }
  }
  const decoys = defects.filter(({ decoy }) => decoy !== undefined).length;
  if (decoys < decoysMin) {
    report(`has ${decoys} decoys`, `Offer at least ${decoysMin} defects that are plausible and not there`);
  }
}

/** One line, one finding: otherwise nobody can tell which of the two a mark is about, nor explain it beside the line. */
function checkOverlaps(findings: Source<'review'>['findings'], report: Report): void {
  for (const [index, one] of findings.entries()) {
    for (const other of findings.slice(index + 1)) {
      const overlap = one.lines.some((a) => other.lines.some((b) => a.from <= b.to && b.from <= a.to));
      if (overlap) {
        report(`has ${one.id} and ${other.id} on the same line`, 'Part their lines, or make one finding of them');
      }
    }
  }
}

function checkQuiz({ draw, questions }: Source<'quiz'>, report: Report): void {
  for (const id of twice(questions.map((question) => question.id)))
    report(`has two questions with the id ${id}`, rename);
  if (questions.length < draw) {
    report(`draws ${draw} of ${questions.length} questions`, 'Write more questions, or lower draw');
  } else if (questions.length < draw + extraMin) {
    report(
      `draws ${draw} of ${questions.length} questions, which leaves few others for a second attempt`,
      `Write at least ${extraMin} more than draw`,
    );
  }
  for (const { id, options } of questions) {
    if (!options.some(({ right }) => right)) report(`has no right option for ${id}`, 'Mark one with right: true');
    if (options.every(({ right }) => right)) {
      report(`has only right options for ${id}`, 'Add one that people choose by mistake');
    }
    for (const text of twice(options.map((option) => option.text.toLowerCase()))) {
      report(`offers "${text}" twice for ${id}`, 'Keep one of them');
    }
    const placed = options.find(({ text }) =>
      /\b(all|none|both) of (these|those|them|the above|the others)\b/i.test(text),
    );
    if (placed) {
      report(`has an option of ${id} that speaks of the others ("${placed.text}")`, 'Write what it says by itself');
    }
  }
}

const extraMin = 4;

function checkWrite({ sections, criteria, model }: Source<'write'>, report: Report, reportModel: Report): void {
  for (const id of twice(sections.map((section) => section.id))) report(`has two sections with the id ${id}`, rename);
  for (const id of twice(criteria.map((criterion) => criterion.id)))
    report(`has two criteria with the id ${id}`, rename);
  for (const { id, label, words } of sections) {
    const text = model[id] ?? '';
    const count = text.split(/\s+/).filter(Boolean).length;
    if (count === 0) reportModel(`has nothing under ${label}`, 'Write the model answer of this section');
    else if (count < words.min || count > words.max) {
      reportModel(
        `has ${count} words under ${label}, and rubric.yaml asks for ${words.min} to ${words.max}`,
        'Change the one or the other',
      );
    }
  }
}

const rename = 'Give one of them another';

function twice(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
