/** What can be wrong with a page, in the order of the form. */
export const reportKinds = {
  'wrong-test': 'A test is wrong',
  'unclear-text': 'The text is unclear',
  'mistake-in-fact': 'Something stated is not true',
  other: 'Something else',
} as const;
export type ReportKind = keyof typeof reportKinds;

export const reportCharsMax = 2000;
