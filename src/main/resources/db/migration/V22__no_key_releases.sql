-- Four eyes are those of two persons: no key has the scope RELEASE, which opened nothing that a program could do. One that had
-- no other is revoked, and stays to be seen
update api_key set scopes = array['READ'], revoked_at = coalesce(revoked_at, now()) where scopes = array['RELEASE'];
update api_key set scopes = array_remove(scopes, 'RELEASE') where 'RELEASE' = any (scopes);
alter table api_key drop constraint api_key_scopes_check;
alter table api_key add check (cardinality(scopes) > 0 and scopes <@ array['READ', 'SUBMIT']);
