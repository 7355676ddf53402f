/** Said of a text where scripts are off. */
export const needsScripts =
  'A text is not graded: it is compared with a model answer and scored on the page itself, which takes scripting. With scripting off you can read the task, and write on paper.';
