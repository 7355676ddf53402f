/** Said of a quiz, a review or a text where scripts are off. */
export const needsScripts =
  'This exercise is answered on the page itself, which takes scripting. With scripting off you can read it, not answer it.';
