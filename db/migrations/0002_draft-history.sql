ALTER TABLE `draft_versions` ADD `submission_id` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `versioned_at` integer;