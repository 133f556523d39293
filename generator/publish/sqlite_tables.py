"""Tables, indexes and views of the SQLite file; what each column means is told in ``sqlite.schema.json``."""

from __future__ import annotations

from typing import Final

TABLES: Final = """
CREATE TABLE agencies (
  agency_id TEXT PRIMARY KEY, name TEXT NOT NULL, region_code TEXT, region TEXT, level TEXT, parent TEXT, website TEXT
);
CREATE TABLE themes (
  theme_id TEXT PRIMARY KEY, name TEXT NOT NULL, outline_part TEXT NOT NULL, scope TEXT NOT NULL,
  position INTEGER NOT NULL
);
CREATE TABLE indicators (
  indicator_id TEXT PRIMARY KEY, name TEXT NOT NULL, units TEXT NOT NULL, theme_id TEXT, aggregation TEXT NOT NULL,
  direction TEXT NOT NULL, position INTEGER NOT NULL
);
CREATE TABLE reports (
  report_id TEXT PRIMARY KEY, title TEXT NOT NULL, agency_id TEXT REFERENCES agencies (agency_id), agency TEXT,
  region_code TEXT, region TEXT, year INTEGER, document_type TEXT, document_number TEXT, index_number TEXT,
  date_of_writing TEXT, publication_date TEXT, disclosure TEXT NOT NULL, disclosure_basis TEXT, summary TEXT,
  official_characters INTEGER NOT NULL, official_sha256 TEXT NOT NULL, original_name TEXT NOT NULL,
  original_sha256 TEXT NOT NULL, address TEXT NOT NULL, source_url TEXT
);
CREATE TABLE headings (
  report_id TEXT NOT NULL REFERENCES reports (report_id), anchor TEXT NOT NULL, position INTEGER NOT NULL,
  level INTEGER NOT NULL, label TEXT NOT NULL, heading TEXT NOT NULL, PRIMARY KEY (report_id, anchor)
) WITHOUT ROWID;
CREATE TABLE passages (
  report_id TEXT NOT NULL REFERENCES reports (report_id), anchor TEXT NOT NULL, position INTEGER NOT NULL,
  section TEXT, label TEXT, kind TEXT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (report_id, anchor)
);
CREATE TABLE passage_themes (
  report_id TEXT NOT NULL REFERENCES reports (report_id), anchor TEXT NOT NULL,
  theme_id TEXT NOT NULL REFERENCES themes (theme_id), PRIMARY KEY (report_id, anchor, theme_id)
) WITHOUT ROWID;
CREATE TABLE theme_matches (
  report_id TEXT NOT NULL REFERENCES reports (report_id), anchor TEXT NOT NULL, label TEXT NOT NULL,
  theme_id TEXT NOT NULL REFERENCES themes (theme_id), score REAL NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (report_id, anchor, theme_id)
) WITHOUT ROWID;
CREATE TABLE keywords (
  report_id TEXT NOT NULL REFERENCES reports (report_id), position INTEGER NOT NULL, keyword TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) WITHOUT ROWID;
CREATE TABLE figures (
  report_id TEXT NOT NULL REFERENCES reports (report_id), position INTEGER NOT NULL, anchor TEXT NOT NULL,
  label TEXT, counted TEXT, number NUMERIC NOT NULL, unit TEXT, printed TEXT NOT NULL, approximate TEXT,
  implied INTEGER NOT NULL, planned INTEGER NOT NULL, sentence TEXT NOT NULL, theme_id TEXT, indicator_id TEXT,
  repeated INTEGER NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (report_id, position)
);
CREATE TABLE indicator_values (
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  indicator_id TEXT NOT NULL REFERENCES indicators (indicator_id), number NUMERIC NOT NULL, unit TEXT,
  approximate INTEGER NOT NULL, implied INTEGER NOT NULL, anchor TEXT NOT NULL, sentence TEXT NOT NULL,
  PRIMARY KEY (report_id, indicator_id)
) WITHOUT ROWID;
"""

INDEXES: Final = """
CREATE INDEX reports_by_year ON reports (year);
CREATE INDEX reports_by_agency ON reports (agency_id, year);
CREATE INDEX passage_themes_by_theme ON passage_themes (theme_id);
CREATE INDEX theme_matches_by_theme ON theme_matches (theme_id);
CREATE INDEX keywords_by_keyword ON keywords (keyword);
CREATE INDEX figures_by_indicator ON figures (indicator_id);
CREATE INDEX figures_by_theme ON figures (theme_id);
CREATE INDEX indicator_values_by_indicator ON indicator_values (indicator_id);
"""

# What people ask for most, with names in place of ids and the address of the place.
VIEWS: Final = """
CREATE VIEW passage_overview AS
  SELECT r.agency, r.year, r.title, p.label, p.text, r.address || '#' || p.anchor AS address, p.report_id, p.anchor
  FROM passages AS p JOIN reports AS r USING (report_id);
CREATE VIEW theme_overview AS
  SELECT t.name AS theme, r.agency, r.year, r.title, m.label, m.words, r.address || '#' || m.anchor AS address,
    m.theme_id, m.report_id
  FROM theme_matches AS m JOIN themes AS t USING (theme_id) JOIN reports AS r USING (report_id);
CREATE VIEW figure_overview AS
  SELECT r.agency, r.year, f.counted, f.number, f.unit, f.approximate, f.implied, f.planned, f.sentence,
    t.name AS theme, i.name AS indicator, r.address || '#' || f.anchor AS address, f.report_id
  FROM figures AS f JOIN reports AS r USING (report_id) LEFT JOIN themes AS t ON t.theme_id = f.theme_id
    LEFT JOIN indicators AS i ON i.indicator_id = f.indicator_id;
CREATE VIEW indicator_overview AS
  SELECT i.name AS indicator, r.agency, r.year, v.number, v.unit, v.approximate, v.implied, v.sentence,
    r.address || '#' || v.anchor AS address, v.indicator_id, v.report_id
  FROM indicator_values AS v JOIN indicators AS i USING (indicator_id) JOIN reports AS r USING (report_id);
"""

# A search of words needs three characters or more: SQLite's trigrams find nothing for two (外事).
FULL_TEXT: Final = """
CREATE VIRTUAL TABLE passages_search USING fts5 (text, content='passages', tokenize='trigram');
INSERT INTO passages_search (passages_search) VALUES ('rebuild');
INSERT INTO passages_search (passages_search) VALUES ('optimize');
"""
