import type { Metadata } from 'next';
import { plural } from '#components/labels';
import { PageHeader } from '#components/page-header';
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
      prompt: asText(questionPage(question.id)?.promptHtml ?? ''),
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

/** The first words of the question for its row. The HTML is our own compiler's. */
function asText(html: string): string {
  const words = html
    .replace(/<pre[\s>][\s\S]*?<\/pre>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_whole, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return words.replace(/\s+/g, ' ').trim();
}
