const question = (number: number): string => `  - id: question-${number}
    about: FILL IN two or three words for the list of results
    question: FILL IN the question, in Markdown.
    options:
      - text: FILL IN the right option
        right: true
        explanation: FILL IN why it is right. Plain text, with \`code\` in backticks.
      - text: FILL IN an option that people choose by mistake
        explanation: FILL IN what is wrong with it.
      - text: FILL IN another such option
        explanation: FILL IN what is wrong with this one.
`;

export const quizFiles: Record<string, string> = {
  'questions.yaml': `draw: 8 # how many questions an attempt is given
passPercent: 80

questions:
${Array.from({ length: 12 }, (_, index) => question(index + 1)).join('')}`,
};
