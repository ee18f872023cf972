-- Times are milliseconds since 1970, flags 0 or 1, words the names of the enums that read them.
CREATE TABLE containers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  publisher TEXT,
  description TEXT,
  icon TEXT,
  folder TEXT NOT NULL UNIQUE,
  linked INTEGER NOT NULL,
  size INTEGER NOT NULL,
  files INTEGER NOT NULL,
  snapshots INTEGER NOT NULL DEFAULT 0,
  content_root TEXT,
  created INTEGER NOT NULL,
  last_run INTEGER,
  signed INTEGER NOT NULL,
  leaks INTEGER,
  leaks_checked INTEGER,
  -- what a search looks through, folded
  words TEXT NOT NULL,
  -- grows with each change of the row
  revision INTEGER NOT NULL
);

-- the last revision that was given; one that was given to a container is never given again
CREATE TABLE revisions (last INTEGER NOT NULL);
INSERT INTO revisions VALUES (0);

CREATE TABLE tags (
  container TEXT NOT NULL REFERENCES containers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (container, tag)
) WITHOUT ROWID;

CREATE TABLE findings (
  container TEXT NOT NULL REFERENCES containers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  place INTEGER NOT NULL,
  severity TEXT NOT NULL,
  code TEXT NOT NULL,
  subject TEXT NOT NULL,
  sentence TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (container, place)
) WITHOUT ROWID;

-- what was retired and can be brought back
CREATE TABLE trash (
  token TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  -- where it lay
  folder TEXT NOT NULL,
  linked INTEGER NOT NULL,
  size INTEGER NOT NULL,
  signed INTEGER NOT NULL,
  created INTEGER NOT NULL,
  last_run INTEGER,
  retired INTEGER NOT NULL,
  -- 0 while its folder is on the way to the trash
  moved INTEGER NOT NULL
);

CREATE TABLE trash_tags (
  token TEXT NOT NULL REFERENCES trash (token) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (token, tag)
) WITHOUT ROWID;

CREATE TABLE trash_findings (
  token TEXT NOT NULL REFERENCES trash (token) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  severity TEXT NOT NULL,
  code TEXT NOT NULL,
  subject TEXT NOT NULL,
  sentence TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (token, place)
) WITHOUT ROWID;

CREATE TABLE projects (
  folder TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  installer TEXT,
  container TEXT,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL
);

CREATE TABLE jobs (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  container TEXT,
  user TEXT NOT NULL,
  program TEXT NOT NULL,
  operation TEXT,
  detail TEXT NOT NULL,
  -- of the process that works on it: the name of a lock that it holds as long as it lives
  session TEXT NOT NULL,
  state TEXT NOT NULL,
  created INTEGER NOT NULL,
  started INTEGER,
  ended INTEGER,
  problem TEXT,
  sentence TEXT,
  remedy TEXT
);

CREATE INDEX jobs_by_state ON jobs (state);

-- what a job makes and an interrupted one must not leave
CREATE TABLE leftovers (
  job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
  path TEXT NOT NULL,
  PRIMARY KEY (job, path)
) WITHOUT ROWID;

CREATE TABLE audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  user TEXT NOT NULL,
  program TEXT NOT NULL,
  operation TEXT NOT NULL,
  container TEXT,
  detail TEXT NOT NULL,
  result TEXT NOT NULL,
  problem TEXT
);

CREATE INDEX audit_by_container ON audit (container, number);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit record is never changed');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit record is never deleted');
END;
