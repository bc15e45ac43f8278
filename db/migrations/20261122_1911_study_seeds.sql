-- Like second factors, a seed must open on a restored site, which has a site key of its own.
comment on column study_seeds.sealed is 'Sealed with a key of the study''s own, which lies with the people''s keys. The application reads it through app.sealed_seed only: for the draw that is due, and once the study is closed.';
