CREATE TABLE `self_scores` (
	`learner_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`scores` text NOT NULL,
	`points` integer NOT NULL,
	`points_max` integer NOT NULL,
	`content_hash` text NOT NULL,
	`scored_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `exercise_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
