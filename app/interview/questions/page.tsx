import type { Metadata } from 'next';
import { plural } from '#components/labels';
import { PageHeader } from '#components/page-header';
import { textOf } from '#content/html-text';
import { questionPage, questionThemes } from '#content/load';
import { ListOfQuestions } from './list.tsx';

export const metadata: Metadata = {
  title: 'Question bank',
  description:
    'Questions of backend interviews with answers, what a strong answer adds, follow-ups and red flags: search, filter and print them.',
};

export default function QuestionsPage() {
  const all = questionThemes().flatMap((theme) =>
    theme.questions.map((question) => ({
      ...question,
      theme: theme.title,
      prompt: textOf(questionPage(question.id)?.promptHtml ?? ''),
    })),
  );
  return (
    <div className="page">
      <PageHeader
        title="Question bank"
        lede={`${plural(all.length, 'question')} as interviewers ask them. Say your answer aloud before you look at ours.`}
      />
      <ListOfQuestions questions={all} themes={questionThemes().map(({ id, title }) => ({ id, title }))} />
    </div>
  );
}
