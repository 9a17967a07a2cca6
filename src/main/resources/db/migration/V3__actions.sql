-- What a person is handed to act upon: a link that lets in whoever has it, until it expires. It goes when the
-- verification goes on.
alter table verification
	add column action_link text,
	add column action_expires_at timestamptz,
	add check (verdict = 'ACTION_REQUIRED' or action_link is null);
