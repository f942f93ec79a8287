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
  -- the analyst's hand: only on edited events
  place           INTEGER,                  -- the number before which an edited event stands
  starred         INTEGER NOT NULL DEFAULT 0,
  hidden          INTEGER NOT NULL DEFAULT 0,
  marks           TEXT                      -- model.Marks as JSON
);
CREATE INDEX event_id ON event (id);

CREATE TABLE conflict (
  number INTEGER PRIMARY KEY,
  first  TEXT NOT NULL,
  second TEXT NOT NULL,
  over   TEXT NOT NULL
);

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

-- Numbers of events that an edit stands in for.
CREATE TABLE replaced (event INTEGER PRIMARY KEY);
