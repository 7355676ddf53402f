import type { ReviewRating } from '#lib/review-schedule';

export const ratingWords: Record<ReviewRating, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };
