import styles from './answers.module.css';

/** An explanation out of a verdict: plain text with `code` in backticks and paragraphs parted by an empty line. */
export function Explained({ text }: { text: string }) {
  return (
    <div className={styles.explained}>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{withCode(paragraph)}</p>
      ))}
    </div>
  );
}

function withCode(paragraph: string) {
  return paragraph.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
