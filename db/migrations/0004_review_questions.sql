ALTER TABLE `review_cards` ADD `state` text DEFAULT 'review' NOT NULL;--> statement-breakpoint
ALTER TABLE `review_cards` ADD `learning_steps` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `review_cards` ADD `introduced_at` integer;--> statement-breakpoint
ALTER TABLE `review_cards` ADD `client_key` text;