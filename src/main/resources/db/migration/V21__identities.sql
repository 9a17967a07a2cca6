-- With which account at an identity provider a person signs in. Its name there can be changed, and given to somebody
-- else; issuer and subject together stay one account's (OpenID Connect Core 1.0, section 5.7).
alter table person add column oidc_issuer text check (length(oidc_issuer) between 1 and 1000);
alter table person add column oidc_subject text check (length(oidc_subject) between 1 and 255);
-- null until the person has first signed in there
alter table person add column oidc_bound_at timestamptz;

alter table person add check ((oidc_issuer is null) = (oidc_subject is null)
	and (oidc_issuer is null) = (oidc_bound_at is null));

create unique index person_by_oidc on person (oidc_issuer, oidc_subject);
