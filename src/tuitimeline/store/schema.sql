-- A story in one SQLite file. docs/story-file.md tells what each table is for.
-- Dates are ISO 8601 text, booleans 0 or 1, offsets Unicode code points.

CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- What was read ------------------------------------------------------------------------------------------------

CREATE TABLE file (
  number      INTEGER PRIMARY KEY,
  path        TEXT NOT NULL UNIQUE,
  fingerprint TEXT,                         -- of its content, NULL while it is being read
  unreadable  TEXT NOT NULL DEFAULT '[]'    -- [path, reason] of what in it could not be read, as JSON
);

CREATE TABLE document (
  number         INTEGER PRIMARY KEY,       -- the order of reading
  id             TEXT NOT NULL UNIQUE,
  file           INTEGER REFERENCES file,
  path           TEXT,
  title          TEXT,
  outlet         TEXT,
  published      TEXT,
  published_from TEXT,
  language       TEXT NOT NULL DEFAULT 'en', -- ISO 639-1
  read_published TEXT,                      -- the same two before the analyst set them
  read_published_from TEXT,
  -- what weaving found
  copy_of        TEXT,
  relays         TEXT NOT NULL DEFAULT '[]',
  events         INTEGER NOT NULL DEFAULT 0,
  voices         INTEGER NOT NULL DEFAULT 0,
  anonymous      INTEGER NOT NULL DEFAULT 0, -- of the voices
  annotated      TEXT NOT NULL              -- the AnnotatedDocument as JSON, but for its capture; last, being long
);

CREATE INDEX document_file ON document (file);

-- What was fetched from an address, kept as evidence.
CREATE TABLE capture (
  document INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  body     BLOB NOT NULL
);

-- What was woven: written anew by each build ---------------------------------------------------------------------

CREATE TABLE event (
  number          INTEGER PRIMARY KEY,      -- place in the timeline, dense from 0; edited events come after the last
  id              TEXT NOT NULL,
  date            TEXT,                     -- EDTF
  earliest        TEXT,
  latest          TEXT,
  after           TEXT,
  kind            TEXT NOT NULL,
  headline        TEXT NOT NULL,
  hedged          INTEGER NOT NULL,
  least           INTEGER NOT NULL,
  most            INTEGER,
  anonymous_least INTEGER NOT NULL,
  anonymous_most  INTEGER,
  identities      INTEGER NOT NULL,         -- a bit each, in the order of model.Identity
  stances         INTEGER NOT NULL,         -- a bit each, in the order of model.Stance
  conflict        INTEGER NOT NULL,
  copies          INTEGER NOT NULL,
  told            TEXT NOT NULL,            -- headline_at, support, voices, reckoning as JSON
  -- only of edited events, which come after the last woven one
  place           REAL,                     -- the number at which it stands, a half between two
  hidden          INTEGER NOT NULL DEFAULT 0,
  marks           TEXT                      -- model.Marks as JSON
);
CREATE INDEX event_id ON event (id);
CREATE INDEX event_hidden ON event (id) WHERE hidden;

CREATE TABLE conflict (
  number INTEGER PRIMARY KEY,
  first  TEXT NOT NULL,
  second TEXT NOT NULL,
  over   TEXT NOT NULL
);
CREATE INDEX conflict_first ON conflict (first);
CREATE INDEX conflict_second ON conflict (second);

-- Where events stand: the margin marks of a document, and the events of a document.
CREATE TABLE stand (
  document INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  event    INTEGER NOT NULL,
  PRIMARY KEY (document, start, end, event)
) WITHOUT ROWID;

CREATE TABLE speaker (
  number   INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL,
  identity TEXT NOT NULL,
  document TEXT,                            -- anonymous groups are told apart by document
  events   INTEGER NOT NULL,
  stances  TEXT NOT NULL                    -- how often each, in the order of model.Stance, as JSON
);
CREATE INDEX speaker_events ON speaker (events DESC, number);

CREATE TABLE said (
  speaker INTEGER NOT NULL,
  event   INTEGER NOT NULL,
  stances INTEGER NOT NULL,
  PRIMARY KEY (speaker, event)
) WITHOUT ROWID;

-- A byte (a day: four) for each event in the order of their numbers: what filters read.
CREATE TABLE facet (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);

CREATE VIRTUAL TABLE search USING fts5 (
  headline, sentences, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- Kinds by the code that the facet "kind" holds.
CREATE TABLE kind (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, events INTEGER NOT NULL);

-- The analyst's hand: survives every build ------------------------------------------------------------------------

CREATE TABLE edit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at     TEXT NOT NULL,                     -- UTC
  user   TEXT NOT NULL,
  kind   TEXT NOT NULL,                     -- a class of store/edits.py
  edit   TEXT NOT NULL,                     -- its values as JSON
  places TEXT NOT NULL,                     -- [document, start, end] on which each event stood, as JSON
  state  INTEGER NOT NULL                   -- 0 made, 1 undone, 2 undone for good: another was made since
);

-- What follows from it: numbers of woven events that an edit stands in for, and ids that now lead to another.
CREATE TABLE replaced (event INTEGER PRIMARY KEY);
CREATE TABLE merged (id TEXT PRIMARY KEY, into_id TEXT NOT NULL) WITHOUT ROWID;

-- Conflicts as they are after merging and hiding.
CREATE VIEW dispute AS
  SELECT number, first, second, over FROM (
    SELECT number, over,
      coalesce((SELECT into_id FROM merged WHERE id = first), first) AS first,
      coalesce((SELECT into_id FROM merged WHERE id = second), second) AS second
    FROM conflict
  )
  WHERE first <> second
    AND first NOT IN (SELECT id FROM event WHERE hidden) AND second NOT IN (SELECT id FROM event WHERE hidden);
