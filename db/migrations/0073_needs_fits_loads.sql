-- What the fits were last written from, the vocabulary and the sheets it names, so that a start with nothing new reads no file.

alter table vocabulary_loads add column fits_version text;
