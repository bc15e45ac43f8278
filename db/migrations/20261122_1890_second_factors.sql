-- What the first migration said of second factors is no longer so.
comment on column credentials.totp_secret is 'Sealed with a key of the account''s own, which lies with the people''s keys outside the database.';
