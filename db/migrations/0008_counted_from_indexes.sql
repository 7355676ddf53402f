DROP INDEX `mock_answers_learner`;--> statement-breakpoint
CREATE INDEX `mock_answers_learner` ON `mock_answers` (`learner_id`,`mock_id`,`part_id`);--> statement-breakpoint
CREATE INDEX `review_cards_introduced` ON `review_cards` (`learner_id`,`kind`,`introduced_at`);