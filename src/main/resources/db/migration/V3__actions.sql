-- What a person is handed to act upon: a link that lets in whoever has it, until it expires. It goes when the
-- verification goes on.
alter table verification
	add column action_link text,
	add column action_expires_at timestamptz,
	add check (state <> 'CONCLUDED' or action_link is null);

-- whether two questions were answered by the same thing
create index verification_by_reference on verification (provider, provider_reference);
